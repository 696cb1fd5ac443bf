import { and, eq, gte, lt } from 'drizzle-orm'
import type { Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type LoginAttempt = Tables['loginAttempts']['$inferSelect']

export async function insertLoginAttempt(
  tx: Tx,
  { loginAttempts }: Tables,
  attempt: LoginAttempt,
): Promise<void> {
  await tx.insert(loginAttempts).values(attempt)
}

/** Takes a login attempt out, so that it is used once; null when this browser began none that is not too old. */
export async function takeLoginAttempt(
  tx: Tx,
  { loginAttempts }: Tables,
  { stateHash, browserHash, notBefore }: { stateHash: string; browserHash: string; notBefore: number },
): Promise<LoginAttempt | null> {
  const [taken] = await tx
    .delete(loginAttempts)
    .where(
      and(
        eq(loginAttempts.stateHash, stateHash),
        eq(loginAttempts.browserHash, browserHash),
        gte(loginAttempts.startedAt, notBefore),
      ),
    )
    .returning()
  return taken ?? null
}

export async function deleteLoginAttemptsBefore(
  tx: Tx,
  { loginAttempts }: Tables,
  epochSeconds: number,
): Promise<void> {
  await tx.delete(loginAttempts).where(lt(loginAttempts.startedAt, epochSeconds))
}
