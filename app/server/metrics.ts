import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Counter, Histogram, Registry } from 'prom-client'

/** What the portal counts of itself. Without a port for it nothing is counted and nothing is loaded. */
export type Metrics = {
  answered(request: { route: string; method: string; status: number; seconds: number }): void
  /** `reason`: words of ours, a few. */
  refused(reason: string): void
  /** Lets a part of the portal tell a number of its own: messages that wait, jobs that failed. */
  watch(name: string, help: string, read: () => number | Promise<number>): void
  /** The port that was given, else null. */
  listen(): Promise<number | null>
  close(): void
}

const NO_METRICS: Metrics = {
  answered() {},
  refused() {},
  watch() {},
  listen: async () => null,
  close() {},
}

/** Up to half a second a page feels quick; above ten somebody has given up. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** For a collector on the same machine: on loopback alone, never on the port of the citizens. */
export async function createMetrics({ port }: { port: number | null }): Promise<Metrics> {
  if (port === null) return NO_METRICS
  const prom = await import('prom-client')
  const register: Registry = new prom.Registry()
  prom.collectDefaultMetrics({ register })
  const requests: Counter<'route' | 'method' | 'status'> = new prom.Counter({
    name: 'portal_requests_total',
    help: 'Requests by the pattern of their route, their method and the status of the answer',
    labelNames: ['route', 'method', 'status'],
    registers: [register],
  })
  const seconds: Histogram<'route'> = new prom.Histogram({
    name: 'portal_request_seconds',
    help: 'Time from the first header to the last letter of the answer',
    labelNames: ['route'],
    buckets: BUCKETS_SECONDS,
    registers: [register],
  })
  const refusals: Counter<'reason'> = new prom.Counter({
    name: 'portal_refusals_total',
    help: 'Requests that were refused at the door, by reason; "busy" is the 503 of a rush',
    labelNames: ['reason'],
    registers: [register],
  })
  const server = createServer((request, response) => void answer(request.url ?? '', response))

  async function answer(path: string, response: ServerResponse): Promise<void> {
    if (path !== '/metrics') return void response.writeHead(404).end()
    try {
      const text = await register.metrics()
      response.writeHead(200, { 'Content-Type': register.contentType }).end(text)
    } catch {
      // A number that cannot be read now, as while the database is away.
      response.writeHead(503).end()
    }
  }

  return {
    answered({ route, method, status, seconds: passed }) {
      requests.inc({ route, method, status })
      seconds.observe({ route }, passed)
    },
    refused: (reason) => refusals.inc({ reason }),
    watch(name, help, read) {
      const gauge = new prom.Gauge({
        name,
        help,
        registers: [register],
        async collect() {
          this.set(await read())
        },
      })
      void gauge
    },
    listen: () => listenOn(server, port),
    close: () => void server.close(),
  }
}

async function listenOn(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
