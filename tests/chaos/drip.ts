import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startPortal } from '#tests/support/portal.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { anOutcome, type Outcome } from './outcome.ts'

export const DRIPPING_SOCKETS = 2_000

const LONGEST_P99_MILLISECONDS = 1_000
/** How often somebody else asks, and how seldom a letter drips. */
const BEAT_MILLISECONDS = 50
const BEATS_OF_A_LETTER = 10
/** The portal waits ten seconds for headers; on a busy machine the last connection comes late. */
const LONGEST_MILLISECONDS = 30_000
const CONNECTING_AT_ONCE = 200

export type DripReport = Outcome & { p99: number; open: number; statuses: Map<number, number> }

/**
 * So many connections that send a letter now and then and never come to an end, half of them in the headers and half in a
 * form. Meanwhile others are answered at once, and those who drip are told 408 when their time is over.
 */
export async function drip({ sockets }: { sockets: number }): Promise<DripReport> {
  const report: DripReport = {
    ...anOutcome(`${sockets} dripping sockets`),
    p99: 0,
    open: 0,
    statuses: new Map(),
  }
  const portal = await startPortal()
  const dripping: Drip[] = []
  try {
    const { port, host } = new URL(portal.url)
    for (let index = 0; index < sockets; index += 1) {
      dripping.push(openDrip(Number(port), host, index % 2 === 0))
      if (index % CONNECTING_AT_ONCE === 0) await wait(10)
    }
    const waits: number[] = []
    const isOver = () => dripping.every(({ inHeaders, status }) => !inHeaders || status() > 0)
    const until = Date.now() + LONGEST_MILLISECONDS
    while (!isOver() && Date.now() < until) {
      const began = performance.now()
      const answer = await fetch(`${portal.url}/healthz`).catch(() => null)
      await answer?.text()
      waits.push(performance.now() - began)
      if (answer?.status !== 200) report.wrong.push(`/healthz is answered ${answer?.status ?? 'not at all'}`)
      if (waits.length % BEATS_OF_A_LETTER === 0) {
        report.open = Math.max(report.open, dripping.filter(({ isOpen }) => isOpen()).length)
        for (const one of dripping) one.more()
      }
      await wait(BEAT_MILLISECONDS)
    }
    waits.sort((a, b) => a - b)
    report.p99 = waits[Math.ceil(waits.length * 0.99) - 1] ?? Infinity
    for (const { status } of dripping) report.statuses.set(status(), (report.statuses.get(status()) ?? 0) + 1)
  } finally {
    for (const { end } of dripping) end()
    await portal.stop()
  }
  return judged(report, sockets)
}

function judged(report: DripReport, sockets: number): DripReport {
  const slow = report.statuses.get(408) ?? 0
  const failed = [...report.statuses].filter(([status]) => status >= 500)
  report.acknowledged = slow
  if (report.p99 > LONGEST_P99_MILLISECONDS)
    report.wrong.push(`p99 of the others is ${report.p99.toFixed(0)} ms`)
  if (failed.length > 0) report.wrong.push(`${failed} were answered 5xx`)
  if (slow < Math.floor(sockets / 2))
    report.wrong.push(`only ${slow} of those whose headers drip were told 408`)
  const counts = [...report.statuses].map(([status, count]) => `${count} × ${status || 'not answered yet'}`)
  report.notes.push(
    `at most ${report.open} open at once; the others waited ${report.p99.toFixed(0)} ms (p99); ${counts.join(', ')}`,
  )
  return report
}

type Drip = { inHeaders: boolean; more(): void; isOpen(): boolean; status(): number; end(): void }

function openDrip(port: number, host: string, inHeaders: boolean): Drip {
  const socket: Socket = connect(port, '127.0.0.1')
  let text = ''
  let isOpen = false
  socket.setEncoding('latin1')
  socket.on('error', () => {})
  socket.on('data', (some) => (text += some))
  socket.on('close', () => (isOpen = false))
  socket.on('connect', () => {
    isOpen = true
    const head = `Host: ${host}\r\nX-Forwarded-For: ${aVisitorAddress()}\r\n`
    socket.write(
      inHeaders
        ? `GET /nb HTTP/1.1\r\n${head}X: `
        : `POST /nb/passport/book/who HTTP/1.1\r\n${head}Origin: http://${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\n`,
    )
  })
  return {
    inHeaders,
    more: () => void (isOpen && socket.writable && socket.write('a')),
    isOpen: () => isOpen,
    status: () => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
    end: () => socket.destroy(),
  }
}
