import { connect } from 'node:net'

/** A request that never ends is ended after this silence, so that the server can say what it thinks of it. */
const SILENCE_MILLISECONDS = 300
/** One whose body may still come; shorter, and a page that takes its time would be cut off. */
const SILENCE_AFTER_HEADERS_MILLISECONDS = 5_000
const PATIENCE_MILLISECONDS = 20_000

/** The first line and the headers of an answer; status 0 when the connection was closed without one. */
export type RawSocketAnswer = { status: number; head: string }

/** Sends these bytes, whatever they are, on a connection of its own, and answers with the status that came back. */
export function sendBytes(port: number, bytes: Buffer): Promise<RawSocketAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let head = ''
    const isWhole = bytes.includes('\r\n\r\n') || bytes.includes('\n\n')
    const silence = setTimeout(
      () => socket.end(),
      isWhole ? SILENCE_AFTER_HEADERS_MILLISECONDS : SILENCE_MILLISECONDS,
    )
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MILLISECONDS)
    socket.setEncoding('latin1')
    socket.on('connect', () => socket.write(bytes))
    socket.on('data', (some: string) => {
      // "100 Continue" is no answer yet.
      head = (head + some).replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '')
      if (head.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(silence)
      clearTimeout(patience)
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head })
    })
  })
}
