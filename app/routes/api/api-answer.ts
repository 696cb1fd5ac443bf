import type { z } from 'zod'
import type { Problem } from './open-data-schemas.ts'

export type ProblemBody = z.infer<typeof Problem>

/** What a resource answers: something, or what is wrong with the question. */
export type ApiAnswer<Body> = { ok: true; body: Body } | { ok: false; problem: ProblemBody }

/** Addresses of problems are names: nothing has to be there. */
const TYPE = '/api/v1/problems/'

/** A problem as RFC 9457 has it. */
export function aProblem(
  name: string,
  problem: Omit<ProblemBody, 'type'>,
): { ok: false; problem: ProblemBody } {
  return { ok: false, problem: { type: `${TYPE}${name}`, ...problem } }
}
