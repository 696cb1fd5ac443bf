import type { Audience } from '#app/domain/identity/session-rules.ts'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export type SessionRow = Tables['sessions']['$inferSelect']

const byIdHash = preparedQuery((reader, { sessions }) =>
  reader
    .select()
    .from(sessions)
    .where(eq(sessions.idHash, sql.placeholder('idHash')))
    .prepare(),
)

export async function findSessionByIdHash(
  reader: Reader,
  tables: Tables,
  idHash: string,
): Promise<SessionRow | null> {
  const [row] = await byIdHash(reader, tables).execute({ idHash })
  return row ?? null
}

export async function insertSession(tx: Tx, { sessions }: Tables, session: SessionRow): Promise<void> {
  await tx.insert(sessions).values(session)
}

/** Notes that a session was used, never backwards: two requests may come at once. */
export async function touchSession(
  tx: Tx,
  { sessions }: Tables,
  idHash: string,
  seenAt: number,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ seenAt })
    .where(and(eq(sessions.idHash, idHash), lt(sessions.seenAt, seenAt)))
}

export async function deleteSession(tx: Tx, { sessions }: Tables, idHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.idHash, idHash))
}

/** Ends the session that a provider names. Answers how many it was. */
export async function deleteSessionsBySid(
  tx: Tx,
  { sessions }: Tables,
  { audience, sid }: { audience: Audience; sid: string },
): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.audience, audience), eq(sessions.sid, sid)))
    .returning({ idHash: sessions.idHash })
  return ended.length
}

/** Ends every session of a person, wherever they are logged in. Answers how many it was. */
export async function deleteSessionsOf(
  tx: Tx,
  { sessions }: Tables,
  { audience, owner }: { audience: Audience; owner: string },
): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.audience, audience), eq(sessions.owner, owner)))
    .returning({ idHash: sessions.idHash })
  return ended.length
}

/** How many sessions a person has. */
export async function countSessionsOf(
  reader: Reader,
  { sessions }: Tables,
  { audience, owner }: { audience: Audience; owner: string },
): Promise<number> {
  const rows = await reader
    .select({ idHash: sessions.idHash })
    .from(sessions)
    .where(and(eq(sessions.audience, audience), eq(sessions.owner, owner)))
  return rows.length
}

/** Removes the sessions of an audience that were last used, or began, before these moments (epoch seconds). */
export async function deleteEndedSessions(
  tx: Tx,
  { sessions }: Tables,
  { audience, seenBefore, startedBefore }: { audience: Audience; seenBefore: number; startedBefore: number },
): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.audience, audience),
        or(lt(sessions.seenAt, seenBefore), lt(sessions.startedAt, startedBefore)),
      ),
    )
}

/** Logs everybody out, and forgets logins that are under way. Answers how many sessions it was. */
export async function deleteAllSessions(tx: Tx, { sessions, loginAttempts }: Tables): Promise<number> {
  const ended = await tx.delete(sessions).returning({ idHash: sessions.idHash })
  await tx.delete(loginAttempts)
  return ended.length
}
