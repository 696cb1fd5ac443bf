/** A route as the framework's build names it: its part of the address, and the route around it. */
export type BuiltRoute = { id: string; parentId?: string | undefined; path?: string | undefined }

/** `pattern`: '/:language/appointments/:secret' – what may be told of an address that holds secrets. */
export type RouteMatch = { pattern: string; params: Readonly<Record<string, string>> }

type Branch = {
  pattern: string | null
  fixed: Map<string, Branch>
  parameter: [string, Branch] | null
  rest: string | null
}

/** The framework's own address for what it loads ahead. */
const MANIFEST = '/__manifest'

/**
 * Finds the route of an address as the framework does: fixed parts before parameters, those before "the rest"; letters
 * of either case; `.data` for what a script asks for.
 */
export function createRouteTable(routes: Iterable<BuiltRoute>) {
  const byId = new Map([...routes].map((route) => [route.id, route]))
  const patterns = [...byId.values()].flatMap((route) => {
    const isAround = [...byId.values()].some(({ parentId }) => parentId === route.id)
    return isAround ? [] : [patternOf(byId, route)]
  })
  const root = aBranch()
  for (const pattern of patterns) plant(root, pattern)

  return {
    patterns,
    match(path: string): RouteMatch | null {
      if (path === MANIFEST) return { pattern: MANIFEST, params: {} }
      const params: Record<string, string> = {}
      const pattern = follow(root, partsOf(withoutData(path)), params)
      return pattern === null ? null : { pattern, params }
    },
  }
}

export type RouteTable = ReturnType<typeof createRouteTable>

function patternOf(byId: ReadonlyMap<string, BuiltRoute>, route: BuiltRoute): string {
  const parent = route.parentId === undefined ? undefined : byId.get(route.parentId)
  const above = parent ? patternOf(byId, parent) : '/'
  return `/${[...partsOf(above), ...partsOf(route.path ?? '')].join('/')}`
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '')
}

/** A script asks for the data of "/" under a name of its own. */
function withoutData(path: string): string {
  if (path === '/_root.data') return '/'
  return path.endsWith('.data') ? path.slice(0, -'.data'.length) : path
}

function aBranch(): Branch {
  return { pattern: null, fixed: new Map(), parameter: null, rest: null }
}

function plant(root: Branch, pattern: string): void {
  let branch = root
  for (const part of partsOf(pattern)) {
    if (part === '*') {
      branch.rest = pattern
      return
    }
    branch = part.startsWith(':') ? parameterOf(branch, part.slice(1)) : fixedOf(branch, part.toLowerCase())
  }
  branch.pattern = pattern
}

function fixedOf(branch: Branch, part: string): Branch {
  const known = branch.fixed.get(part) ?? aBranch()
  branch.fixed.set(part, known)
  return known
}

function parameterOf(branch: Branch, name: string): Branch {
  branch.parameter ??= [name, aBranch()]
  return branch.parameter[1]
}

function follow(branch: Branch, parts: readonly string[], params: Record<string, string>): string | null {
  const [part, ...others] = parts
  if (part === undefined) return branch.pattern ?? branch.rest
  const fixed = branch.fixed.get(part.toLowerCase())
  const found = fixed && follow(fixed, others, params)
  if (found) return found
  if (branch.parameter) {
    const [name, below] = branch.parameter
    const inside = follow(below, others, params)
    if (inside !== null) {
      params[name] = decoded(part)
      return inside
    }
  }
  return branch.rest
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
