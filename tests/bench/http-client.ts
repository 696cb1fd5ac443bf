import { Agent, request, type IncomingMessage } from 'node:http'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

const FORM = 'application/x-www-form-urlencoded'

export type HttpAnswer = { status: number; location: string; retryAfter: string | null; text: string }

/**
 * A light client with connections that are kept: `fetch` would take as long as the portal that is measured. Each request
 * comes from an address of its own unless one is named, as through a proxy: what is measured is not the limit of one.
 */
export function openHttpClient(
  url: string,
  { atOnce, keepAlive = true, from }: { atOnce: number; keepAlive?: boolean; from?: string },
) {
  const agent = new Agent({ keepAlive, maxSockets: atOnce })
  const { hostname, port } = new URL(url)

  function send(method: 'GET' | 'POST', path: string, body = ''): Promise<HttpAnswer> {
    const forwarded = { 'X-Forwarded-For': from ?? aVisitorAddress() }
    const headers =
      method === 'POST'
        ? { ...forwarded, Origin: url, 'Content-Type': FORM, 'Content-Length': Buffer.byteLength(body) }
        : forwarded
    return new Promise((resolve, reject) => {
      const sending = request({ agent, hostname, port, path, method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (some: string) => {
          text += some
        })
        response.once('end', () => resolve(answerOf(response, text)))
        response.once('error', reject)
      })
      sending.once('error', reject)
      sending.end(body)
    })
  }

  return {
    get: (path: string) => send('GET', path),
    post: (path: string, fields: Record<string, string>) =>
      send('POST', path, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  }
}

function answerOf({ statusCode, headers }: IncomingMessage, text: string): HttpAnswer {
  return {
    status: statusCode ?? 0,
    location: headers.location ?? '',
    retryAfter: headers['retry-after'] ?? null,
    text,
  }
}
