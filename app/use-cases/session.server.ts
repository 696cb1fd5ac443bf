import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#db/engine.ts'
import { isDatabaseUnavailable } from '#db/errors.ts'
import {
  deleteSession,
  deleteSessionsBySid,
  deleteSessionsOf,
  findSessionByIdHash,
  insertSession,
  touchSession,
} from '#db/queries/sessions.ts'
import { isEnough, type Level } from '#app/domain/identity/assurance.ts'
import {
  canBeProlonged,
  sessionEnd,
  sessionRulesOn,
  type Audience,
} from '#app/domain/identity/session-rules.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Login } from '#app/server/identity-provider.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Identity } from './identity.server.ts'
import { todayOf } from './portal.server.ts'

/** Its use is noted at most so often: a page must not cost a write. */
const NOTED_SECONDS = 60

/** Somebody who is logged in. Moments are epoch seconds. */
export type Session = {
  idHash: string
  audience: Audience
  owner: string
  level: Level
  /** The national number of a citizen, or the subject of a member of staff: known for as long as this request lasts. */
  subject: string
  idToken: string
  endsAt: number
  /** When a person is told that it will end. */
  warnAt: number
  canBeProlonged: boolean
}

const Sealed = z.object({ subject: z.string(), idToken: z.string() })

/** What the database stores and searches by. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** 256 random bits for a cookie. */
export function randomSecret({ randomBytes }: Pick<Identity, 'randomBytes'>): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** Begins a session inside a write; answers the secret for the cookie. Each login gets a new one, so none can be planted. */
export async function beginSession(
  tx: Tx,
  identity: Identity,
  { audience, owner, login }: { audience: Audience; owner: string; login: Login },
): Promise<string> {
  const { engine, clock, seal } = identity
  const secret = randomSecret(identity)
  const now = epochSeconds(clock.now())
  const { level, sid, subject, idToken } = login
  await appendAudit(tx, identity, { ...actorOf({ audience, owner }), action: 'login' })
  await insertSession(tx, engine.tables, {
    ...{ idHash: hashOfSecret(secret), audience, owner, level, sid, startedAt: now, seenAt: now },
    sealed: seal.close(JSON.stringify({ subject, idToken }), secret),
  })
  return secret
}

/** The session of a cookie, noted as used; null when there is none, or when its time is over. */
export async function findSession(
  identity: Identity,
  audience: Audience,
  secret: string,
): Promise<Session | null> {
  const { engine, clock, rules: allRules, seal } = identity
  const row = await findSessionByIdHash(engine.read, engine.tables, hashOfSecret(secret))
  if (row?.audience !== audience) return null
  const rules = sessionRulesOn(allRules, todayOf(clock), audience)
  const now = epochSeconds(clock.now())
  if (now >= sessionEnd(row, rules)) return null
  const opened = seal.open(row.sealed, secret)
  if (opened === null) return null
  if (now - row.seenAt >= NOTED_SECONDS) {
    await noteUse(identity, row.idHash, now)
  }
  const times = { startedAt: row.startedAt, seenAt: now }
  const endsAt = sessionEnd(times, rules)
  return {
    ...{ idHash: row.idHash, audience, owner: row.owner, level: row.level },
    ...Sealed.parse(JSON.parse(opened)),
    endsAt,
    warnAt: endsAt - rules.warningSeconds,
    canBeProlonged: canBeProlonged(times, rules),
  }
}

/** A database that cannot be written to must not take their pages from those who are logged in. */
async function noteUse({ engine }: Identity, idHash: string, now: number): Promise<void> {
  try {
    await engine.write((tx) => touchSession(tx, engine.tables, idHash, now))
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
  }
}

/** Whether somebody has logged in as surely as a page asks for. */
export function isAtLevel({ level }: Pick<Session, 'level'>, wanted: Level): boolean {
  return isEnough(level, wanted)
}

/** Logs out here. */
export function endSession(identity: Identity, session: Session): Promise<void> {
  const { engine } = identity
  return engine.write(async (tx) => {
    await deleteSession(tx, engine.tables, session.idHash)
    await appendAudit(tx, identity, { ...actorOf(session), action: 'logout' })
  })
}

/** Logs out everywhere. Answers how many sessions ended. */
export function endSessionsOf(
  identity: Identity,
  { audience, owner }: Pick<Session, 'audience' | 'owner'>,
): Promise<number> {
  const { engine } = identity
  return engine.write(async (tx) => {
    const ended = await deleteSessionsOf(tx, engine.tables, { audience, owner })
    await appendAudit(tx, identity, { ...actorOf({ audience, owner }), action: 'logout-everywhere' })
    return ended
  })
}

/** Whoever a session belongs to, as the audit knows them. */
export function actorOf({ audience, owner }: Pick<Session, 'audience' | 'owner'>) {
  const kind = audience === 'staff' ? ('staff' as const) : ('person' as const)
  return { actor: { kind, id: owner }, actorRole: audience }
}

/** Ends the session that the provider calls `sid`, when that is the issuer of these sessions. */
export async function endSessionsBySid(
  { engine, providers }: Identity,
  { audience, issuer, sid }: { audience: Audience; issuer: string; sid: string },
): Promise<number> {
  if (issuer !== providers[audience].issuer) return 0
  return engine.write((tx) => deleteSessionsBySid(tx, engine.tables, { audience, sid }))
}
