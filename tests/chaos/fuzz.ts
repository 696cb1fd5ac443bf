import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { residentMB } from '#tests/support/resident-memory.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { sendBytes } from '#tests/support/raw-socket.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { contactFields, postForm, timePath } from './booking-form.ts'
import { createFuzzRequests } from './fuzz-requests.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { statusOf } from './pages.ts'

/** Fewer than are let in at once: the portal is not to be busy but to answer. */
const AT_ONCE = 24
const MOST_KEPT = 20
const SAMPLES = 20

/** Growth from the second quarter to the last, of the memory that the process holds. */
const MOST_GROWTH_PERCENT = 20

/** Known mistakes and old tricks, each with a name; `{host}` stands for the portal's own. */
const Corpus = z.array(z.strictObject({ name: z.string(), request: z.string() }))

export type FuzzReport = Outcome & {
  corpus: number
  statuses: Map<number, number>
  growthPercent: number | null
}

/** Sends the corpus and then so many made requests. Whatever they are, no answer is a 5xx and the portal lives. */
export async function fuzz({
  requests,
  seed,
  say = () => {},
}: {
  requests: number
  seed: string
  say?: (line: string) => void
}): Promise<FuzzReport> {
  const corpus = readCorpus()
  const outcome = anOutcome(`${corpus.length} known and ${requests} made requests, seed "${seed}"`)
  const report: FuzzReport = { ...outcome, corpus: corpus.length, statuses: new Map(), growthPercent: null }
  // A small heap is cleaned up often: what is kept for ever then shows in the memory of the process.
  const portal = await startPortal({ env: { LOG_LEVEL: 'warn', NODE_OPTIONS: '--max-old-space-size=200' } })
  try {
    const host = new URL(portal.url).host
    const port = Number(new URL(portal.url).port)
    const known = await whatOpens(portal)
    const send = async (name: string, bytes: Buffer) => {
      const { status, head } = await sendBytes(port, bytes)
      report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1)
      const isTurnedAway = status === 503 && /^retry-after:/im.test(head)
      if (status < 500 || isTurnedAway) return
      if (report.wrong.length < MOST_KEPT)
        report.wrong.push(`${status} for ${name}: ${JSON.stringify(bytes.toString('latin1').slice(0, 1500))}`)
      else report.lost += 1
    }
    const rest = corpus.values()
    await atOnce(async () => {
      const next = rest.next().value
      if (next) await send(next.name, Buffer.from(next.request.replaceAll('{host}', host), 'latin1'))
      return next !== undefined
    })
    const make = createFuzzRequests(randomOf(seed), { host, known, from: aVisitorAddress })
    const memory: number[] = []
    const every = Math.ceil(requests / SAMPLES)
    let made = 0
    await atOnce(async () => {
      if (made >= requests) return false
      made += 1
      if (made % every === 0) {
        memory.push(residentMB(portal.pid) ?? 0)
        say(`${made} of ${requests}: ${memory.at(-1)?.toFixed(0)} MB, ${report.wrong.length} wrong`)
      }
      await send(`request ${made}`, make())
      return true
    })
    report.growthPercent = growthOf(memory)
    report.acknowledged = [...report.statuses.values()].reduce((sum, count) => sum + count, 0)
    await lookAtIt(portal, report, memory)
    return report
  } finally {
    await portal.stop()
  }
}

export function readCorpus(): z.infer<typeof Corpus> {
  return Corpus.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'fuzz-corpus.json'), 'utf8')))
}

/** What is still right after all that. */
async function lookAtIt(portal: TestPortal, report: FuzzReport, memory: readonly number[]): Promise<void> {
  const ready = await statusOf(portal.url, '/readyz').catch(() => 0)
  if (ready !== 200)
    report.wrong.push(`the portal is not ready afterwards (${ready}): ${portal.log().slice(-1000)}`)
  if (/"level":"(error|fatal)"/.test(portal.log()))
    report.wrong.push(`the log tells of errors: ${errorsIn(portal)}`)
  if (report.growthPercent !== null && memory.length >= SAMPLES && report.growthPercent > MOST_GROWTH_PERCENT)
    report.wrong.push(`the memory grew by ${report.growthPercent.toFixed(0)} %`)
  const counts = [...report.statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${count} × ${status || 'cut off in its middle'}`)
  report.notes.push(`answers: ${counts.join(', ')}`)
  if (memory.length > 0)
    report.notes.push(
      `memory: ${memory[0]?.toFixed(0)} MB at first, ${memory.at(-1)?.toFixed(0)} MB at last, growth of the median from the second quarter to the last: ${report.growthPercent?.toFixed(1)} %`,
    )
}

function errorsIn(portal: TestPortal): string {
  const lines = portal
    .log()
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line))
  return lines.slice(0, 3).join('\n')
}

function growthOf(memory: readonly number[]): number | null {
  const quarter = Math.floor(memory.length / 4)
  if (quarter === 0) return null
  const median = (some: readonly number[]) =>
    [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0
  const early = median(memory.slice(quarter, 2 * quarter))
  return early === 0 ? null : (100 * (median(memory.slice(-quarter)) - early)) / early
}

/** Does it again and again, as many at once, until it answers false. */
async function atOnce(once: () => Promise<boolean>): Promise<void> {
  const keepOn = async () => {
    while (await once());
  }
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn))
}

/** An office; a hold, an appointment, one that is cancelled, and one that opens nothing. */
async function whatOpens({ url }: TestPortal): Promise<string[]> {
  const list = await (await fetch(`${url}/nb/passport/book/office?person=18%2B.passport&at=country`)).text()
  const officeId = /book\/time\?[^"]*office=([\w-]+)/.exec(list)?.[1] ?? ''
  const secrets: string[] = []
  for (const last of ['contact', 'review', 'cancel']) {
    const path = timePath({ officeId })
    const page = await (await fetch(url + path)).text()
    const start = /name="start"[^>]* value="(\d+)"/.exec(page)?.[1] ?? ''
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const { location } = await postForm(url, path, { key, start })
    const secret = /\/book\/([\w-]{22})\//.exec(location)?.[1]
    if (!secret) throw new Error(`A time could not be held: ${location}`)
    secrets.push(secret)
    await postForm(url, `/nb/passport/book/${secret}/contact`, contactFields())
    if (last !== 'contact') await postForm(url, `/nb/passport/book/${secret}/review`)
    if (last === 'cancel') await postForm(url, `/nb/appointments/${secret}/cancel`)
  }
  return [officeId, ...secrets, 'a'.repeat(22)]
}
