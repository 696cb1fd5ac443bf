import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const Sms = z.strictObject({ id: z.string(), to: z.string(), text: z.string() })

export type ReceivedSms = z.infer<typeof Sms> & { key: string | undefined; authorization: string | undefined }

/** A text message service on loopback that keeps what it takes. `status`: what it answers. */
export async function startSmsSink({ status = () => 202 }: { status?: () => number } = {}) {
  const received: ReceivedSms[] = []
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const code = status()
      const key = request.headers['idempotency-key']
      const { authorization } = request.headers
      if (code < 300) received.push({ ...Sms.parse(body), key: String(key), authorization })
      response.writeHead(code).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('an HTTP server has a port')
  return {
    url: `http://127.0.0.1:${address.port}/send`,
    received,
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
