import type { RouteConfigEntry } from '@remix-run/route-config'
import routeConfig from '#app/routes.ts'
import type { BuiltRoute } from '#app/server/route-table.ts'

/** A route of app/routes.ts, as the build names it. */
export type OwnRoute = BuiltRoute & { index?: boolean | undefined; file: string }

/** Every route of the portal with the one around it; the outermost is the root. */
export function ownRoutes(): OwnRoute[] {
  const root: OwnRoute = { id: 'root', path: '', file: 'root.tsx' }
  return [root, ...flat(routeConfig, 'root')]
}

function flat(entries: readonly RouteConfigEntry[], parentId: string): OwnRoute[] {
  return entries.flatMap(({ id, file, path, index, children = [] }) => {
    const own = { id: id ?? file.replace(/\.\w+$/, ''), parentId, path, index, file }
    return [own, ...flat(children, own.id)]
  })
}
