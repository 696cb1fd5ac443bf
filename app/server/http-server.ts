import { createServer, STATUS_CODES, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

const PATIENCE = {
  /** Longer than a slow telephone takes; who drips a letter at a time holds nothing for longer. */
  headersMilliseconds: 10_000,
  /** A form of 64 kB over the slowest of nets takes some seconds. */
  requestMilliseconds: 30_000,
  /** How often it is looked whether somebody drips. */
  lookMilliseconds: 1_000,
}
const KEEP_ALIVE_MILLISECONDS = 5_000
const LARGEST_HEADERS_BYTES = 16 * 1024

/** What the parser says, and what it is to whom sent it. */
const STATUSES: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

type Options = {
  handler: RequestListener
  /** False for a connection too many from where it comes. */
  mayConnect: (socket: Socket) => boolean
  /** For the counters: what never became a request. */
  onRefused: (reason: 'connection' | 'slow' | 'broken') => void
  patience?: typeof PATIENCE
}

/** The server on the port of the citizens: what is no request at all gets a clear 4xx too, and nobody may drip. */
export function createHttpServer({ handler, mayConnect, onRefused, patience = PATIENCE }: Options): Server {
  const server = createServer({
    headersTimeout: patience.headersMilliseconds,
    requestTimeout: patience.requestMilliseconds,
    keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
    connectionsCheckingInterval: patience.lookMilliseconds,
    maxHeaderSize: LARGEST_HEADERS_BYTES,
    // The guard says so itself, on a page.
    requireHostHeader: false,
  })
  const answering = new WeakMap<Duplex, ServerResponse>()
  const answer: RequestListener = (request, response) => {
    answering.set(request.socket, response)
    handler(request, response)
  }
  server.on('request', answer)
  // The guard looks at the headers before it says "continue"; what it refuses need not be sent.
  server.on('checkContinue', answer)
  server.on('checkExpectation', (_request, response) => end(response.socket, 417))
  server.on('connect', (_request, socket) => end(socket, 405, ['Allow: GET, HEAD, POST']))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = STATUSES[error.code ?? ''] ?? 400
    onRefused(status === 408 ? 'slow' : 'broken')
    const isAnswered = answering.get(socket)?.headersSent === true
    if (error.code === 'ECONNRESET' || isAnswered) socket.destroy()
    else end(socket, status)
  })
  server.on('connection', (socket) => {
    // A connection that breaks while it is refused is no error of ours.
    socket.on('error', () => {})
    if (mayConnect(socket)) return
    onRefused('connection')
    end(socket, 429, ['Retry-After: 60'])
  })
  return server
}

/** A plain answer where there is no request to answer, and the end of the connection. */
function end(socket: Duplex | null, status: number, headers: readonly string[] = []): void {
  if (!socket?.writable) return void socket?.destroy()
  const words = `${STATUS_CODES[status]}\n`
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    `Content-Length: ${words.length}`,
    ...headers,
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${words}`, () => socket.destroy())
}
