import { z } from 'zod'
import type { CheckInRefusal } from '#app/domain/queue/may-check-in.ts'

/**
 * What was answered to a form of the queue: shown on a page whose address says nothing, from a cookie that is gone as soon
 * as the first page is opened again. So "back" shows the next person nothing of the one before, and a reload sends no
 * form twice.
 */
export type ShownAnswer =
  | { kind: 'ticket'; officeId: string; secret: string }
  | { kind: 'refused'; officeId: string; refusal: CheckInRefusal }

const NAME = 'forste-kontakt-answer'

/** Longer than anybody looks at it; the first page forgets it sooner. */
const SECONDS = 300

const tick = z.number().int().nonnegative().max(100_000_000)
const Refusal = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal('unknown-code') }),
  z.object({ reason: z.literal('cancelled') }),
  z.object({ reason: z.literal('visit-over') }),
  z.object({ reason: z.literal('other-office'), officeId: z.string(), startTick: tick }),
  z.object({ reason: z.literal('other-day'), startTick: tick }),
  z.object({
    reason: z.literal('too-early'),
    startTick: tick,
    opensAt: z.number().int().nonnegative().max(1e11),
  }),
  z.object({ reason: z.literal('too-late'), startTick: tick }),
])
const Shown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), officeId: z.string(), secret: z.string().regex(/^[\w-]{22}$/) }),
  z.object({ kind: z.literal('refused'), officeId: z.string(), refusal: Refusal }),
])

/** The answer that this browser is to see at an office; null when there is none (any more). */
export function readShown(request: Pick<Request, 'headers'>, officeId: string): ShownAnswer | null {
  const value = valueOf(request)
  if (!value) return null
  const shown = Shown.safeParse(jsonOf(Buffer.from(value, 'base64url').toString('utf8'))).data
  return shown?.officeId === officeId ? shown : null
}

/** A `Set-Cookie` for the page that shows an answer. */
export function showNext(answer: ShownAnswer, settings: { mode: string }): string {
  const value = Buffer.from(JSON.stringify(answer), 'utf8').toString('base64url')
  return `${NAME}=${value}; ${attributes(settings)}; Max-Age=${SECONDS}`
}

/** Headers that forget what was shown; none for a browser that has nothing of the kind. */
export function forgetShown(request: Pick<Request, 'headers'>, settings: { mode: string }): HeadersInit {
  return valueOf(request) === null ? {} : { 'Set-Cookie': `${NAME}=; ${attributes(settings)}; Max-Age=0` }
}

function valueOf({ headers }: Pick<Request, 'headers'>): string | null {
  const pairs = (headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === NAME)?.[1] ?? null
}

function attributes({ mode }: { mode: string }): string {
  return `Path=/; HttpOnly; SameSite=Lax${mode === 'production' ? '; Secure' : ''}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
