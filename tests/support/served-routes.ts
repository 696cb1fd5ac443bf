import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { TOP } from '#app/start/runtime.js'
import { createRouteTable } from '#app/server/route-table.ts'

const Build = z.custom<ServerBuild>()

export type ServedRoute = {
  /** '/:language/appointments/:secret' */
  pattern: string
  /** The framework's name of it, as `_routes` of a `.data` request says it. */
  id: string
  hasAction: boolean
  /** The address with these in place of its parameters. */
  path(parameters?: Record<string, string>): string
}

const PARAMETERS: Record<string, string> = {
  ...{ language: 'nb', secret: 'a'.repeat(22), office: 'oslo-baerum', '*': 'nowhere' },
}

/** Every route of the built portal that has an address, as the server knows it: a new one is there by itself. */
export async function servedRoutes(): Promise<ServedRoute[]> {
  const { routes } = Build.parse(await import(join(TOP, 'build', 'server', 'index.js')))
  const all = Object.values(routes).filter((route) => route !== undefined)
  return all.flatMap((route) => {
    const around = all.filter(({ id }) => isAround(id, route.id))
    const [pattern] = createRouteTable([...around, route]).patterns
    const isLeaf = !all.some(({ parentId }) => parentId === route.id)
    if (pattern === undefined || !isLeaf) return []
    return [
      {
        ...{ pattern, id: route.id },
        hasAction: route.module.action !== undefined,
        path: (own = {}) =>
          pattern.replaceAll(/:(\w+)|\*/g, (_all, name: string | undefined) => {
            const key = name ?? '*'
            return own[key] ?? PARAMETERS[key] ?? 'x'
          }),
      },
    ]
  })

  function isAround(id: string, of: string): boolean {
    const parent = routes[of]?.parentId
    return parent !== undefined && (parent === id || isAround(id, parent))
  }
}
