import type { ServerBuild } from '@remix-run/node'

type Route = { id: string; parentId?: string | undefined; path?: string | undefined }

/** A language, or what may be taken for one. */
const LANGUAGE = /^[a-z]{2}$/i

/**
 * The build with the routes of one part of the portal only: "/nb/passport/…" needs none of "/nb/staff/…". The framework
 * takes all its routes apart and ranks them anew for each request, twice: with fifty routes that is the most expensive
 * thing it does (measured: a fifth of a booking). What belongs to no part – the front page, the login – and every address
 * that nobody has is answered with the rest.
 */
export function routeGroups(build: ServerBuild): (path: string) => ServerBuild {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const partOf = (route: Route): string | null => secondPart(route, routes)
  const isAround = (route: Route) => routes.some(({ parentId }) => parentId === route.id)
  const isForAll = (route: Route) => isAround(route) || route.path === '*'
  const parts = new Set(routes.filter((route) => !isForAll(route)).map(partOf))
  const builds = new Map(
    [...parts].map((part) => {
      const own = routes.filter((route) => isForAll(route) || partOf(route) === part)
      const ids = new Set(own.map(({ id }) => id))
      return [part, { ...build, routes: only(build.routes, ids), assets: assetsOf(build, ids) }]
    }),
  )
  const rest = builds.get(null) ?? build
  return (path) => {
    const [, first = '', second = ''] = path.split('/')
    const part = second.replace(/\.data$/, '').toLowerCase()
    return (LANGUAGE.test(first) && builds.get(part)) || rest
  }
}

/** What the framework tells its pages of the routes must be of the same routes. */
function assetsOf({ assets }: ServerBuild, ids: ReadonlySet<string>): ServerBuild['assets'] {
  return { ...assets, routes: only(assets.routes, ids) }
}

function only<Value>(all: Record<string, Value>, ids: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
}

/** 'passport' of "/:language/passport/book/who"; null where a language is not followed by a fixed part. */
function secondPart(route: Route, routes: readonly Route[]): string | null {
  const pattern = patternOf(route, routes)
  const [first, second] = pattern
  return first === ':language' && second !== undefined && !/^[:*]/.test(second) ? second : null
}

function patternOf(route: Route, routes: readonly Route[]): string[] {
  const parent = routes.find(({ id }) => id === route.parentId)
  const above = parent ? patternOf(parent, routes) : []
  return [...above, ...(route.path ?? '').split('/').filter((part) => part !== '')]
}
