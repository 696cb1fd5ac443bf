import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { ProblemBody } from './api-answer.ts'

/** An answer as it is sent, the same to everybody who asks the same. */
export type KeptAnswer = {
  status: number
  type: 'application/json' | 'application/problem+json'
  etag: string
  body: Buffer
  /** For those who take it; null where it would save nothing. */
  gzip: Buffer | null
  /** For so long it may be kept by whoever asked. */
  keptSeconds: number
}

/** More different questions than are asked in some seconds, and as much as they may weigh; past it the oldest go. */
const MOST_ANSWERS = 2_000
const MOST_BYTES = 32_000_000

/** A smaller answer is one packet anyway. */
const SMALLEST_GZIP_BYTES = 1_200

/** Makes an answer out of a body, or of what is wrong. */
export function keptAnswer(
  answer: { ok: true; body: unknown } | { ok: false; problem: ProblemBody },
  keptSeconds: number,
): KeptAnswer {
  const body = Buffer.from(JSON.stringify(answer.ok ? answer.body : answer.problem))
  return {
    status: answer.ok ? 200 : answer.problem.status,
    type: answer.ok ? 'application/json' : 'application/problem+json',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    body,
    gzip: body.length < SMALLEST_GZIP_BYTES ? null : gzipSync(body, { level: 4 }),
    keptSeconds,
  }
}

/** Keeps answers for as long as each may be kept; those who ask meanwhile wait for the same one. */
export function keptAnswers(now: () => number = () => performance.now()) {
  const kept = new Map<string, { until: number; bytes: number; answer: Promise<KeptAnswer> }>()
  let bytes = 0

  function forget(question: string): void {
    bytes -= kept.get(question)?.bytes ?? 0
    kept.delete(question)
  }

  /** The first of a map is its oldest. */
  function makeRoom(): void {
    for (const [question, { until }] of kept) {
      if (kept.size <= MOST_ANSWERS && bytes <= MOST_BYTES && now() < until) return
      forget(question)
    }
  }

  return {
    answerTo(question: string, ask: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
      const before = kept.get(question)
      if (before && now() < before.until) return before.answer
      forget(question)
      const entry = { until: Infinity, bytes: 0, answer: ask() }
      kept.set(question, entry)
      makeRoom()
      entry.answer.then(
        ({ keptSeconds, body, gzip }) => {
          entry.until = now() + keptSeconds * 1000
          if (kept.get(question) !== entry) return
          entry.bytes = body.length + (gzip?.length ?? 0)
          bytes += entry.bytes
        },
        () => kept.get(question) === entry && forget(question),
      )
      return entry.answer
    },
    /** What is kept weighs so much. */
    bytes: () => bytes,
  }
}
