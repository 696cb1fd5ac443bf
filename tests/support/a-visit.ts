import type { RequestHandler } from 'express'
import { createLog } from '#app/server/log.ts'
import { createMetrics } from '#app/server/metrics.ts'
import { createRouteTable, type RouteTable } from '#app/server/route-table.ts'
import { createVisitors } from '#app/server/visitor.ts'
import { createVisits, type Visit } from '#app/server/visits.ts'

const visitorOf = createVisitors('test:a-key-of-at-least-forty-three-letters-for-tests')

/** What a page is told of the request when no server stands around it. */
export function aVisit(some: Partial<Visit> & { address?: string } = {}): Visit {
  const { address = '192.0.2.1', ...visit } = some
  return {
    id: 'TEST-TEST-TEST',
    nonce: 'test',
    visitor: visitorOf(address),
    route: null,
    refused: null,
    ...visit,
  }
}

/** Sees each request, as the server does before everything else; tells of nothing. */
export async function seeing(routes: RouteTable = createRouteTable([])): Promise<RequestHandler> {
  const log = createLog({ level: 'silent' })
  const metrics = await createMetrics({ port: null })
  return createVisits({ visitorOf, routes: () => routes, log, metrics }).see
}
