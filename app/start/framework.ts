import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { routeGroups } from '#app/server/route-groups.ts'

/**
 * The framework, answering for the pages. Of a build that stays it is given no more routes than a request may mean; one
 * that is made anew for each request (development) is taken whole.
 */
export function framework(
  build: ServerBuild | (() => Promise<ServerBuild>),
  getLoadContext: GetLoadContextFunction,
): RequestHandler {
  if (typeof build === 'function') return createRequestHandler({ build, mode: 'development', getLoadContext })
  const groupOf = routeGroups(build)
  const answerers = new Map<ServerBuild, RequestHandler>()
  return (request, response, next) => {
    const group = groupOf(request.path)
    const answer =
      answerers.get(group) ?? createRequestHandler({ build: group, mode: 'production', getLoadContext })
    answerers.set(group, answer)
    return answer(request, response, next)
  }
}
