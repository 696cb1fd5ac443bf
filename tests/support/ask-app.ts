import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { Express } from 'express'

export type AppAnswer = { status: number; headers: IncomingHttpHeaders; text: string }
export type AskApp = (
  path: string,
  how?: { method?: string; headers?: Record<string, string> },
) => Promise<AppAnswer>

/** Serves an app on loopback for as long as it is asked. */
export async function askingApp(app: Express, ask: (send: AskApp) => Promise<void>): Promise<void> {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const send: AskApp = (path, { method = 'GET', headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const sending = request(
        { host: '127.0.0.1', port, path, method, headers, agent: false },
        (response) => {
          let text = ''
          response.on('data', (chunk: Buffer) => (text += chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          )
        },
      )
      sending.on('error', reject)
      sending.end()
    })
  try {
    await ask(send)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
