import { takeLoginAttempt, type LoginAttempt } from '#db/queries/login-attempts.ts'
import { findStaffBySubject } from '#db/queries/staff.ts'
import { isEnough } from '#app/domain/identity/assurance.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Login, LoginRefusal } from '#app/server/identity-provider.ts'
import { deleteSession } from '#db/queries/sessions.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Identity } from './identity.server.ts'
import { beginSession, hashOfSecret } from './session.server.ts'

/** A login that takes longer is begun anew. */
const LONGEST_SECONDS = 10 * 60

export type LoginAnswer =
  | { ok: true; secret: string; attempt: Pick<LoginAttempt, 'language' | 'returnTo'> }
  /** No login of this browser has this state: an old page, a second try, or somebody else's. */
  | { ok: false; reason: 'unknown-attempt' }
  | {
      ok: false
      reason: LoginRefusal['reason'] | 'level-too-low' | 'no-access'
      attempt: Pick<LoginAttempt, 'language' | 'returnTo'>
    }

/**
 * Ends a login that the provider has sent back to us: the attempt is used up first, whatever comes of it. The session
 * that the browser had before (a step-up, or another person) ends in the same write in which the new one begins.
 */
export async function finishLogin(
  identity: Identity,
  wanted: { audience: Audience; callback: URL; browser: string | null; session: string | null },
): Promise<LoginAnswer> {
  const { engine, providers } = identity
  const { audience, callback, session } = wanted
  const state = callback.searchParams.get('state') ?? ''
  const attempt =
    wanted.browser === null ? null : await takeAttempt(identity, { state, browser: wanted.browser })
  // One of the other provider is used up and refused: an answer belongs where the question was put.
  if (attempt?.audience !== audience) return { ok: false, reason: 'unknown-attempt' }

  const finished = await providers[audience].finish(callback, { ...attempt, state })
  if (!finished.ok) {
    if (finished.reason === 'refused') await noteRefusal(identity, audience)
    return { ...finished, attempt }
  }
  const { login } = finished
  const owner = isEnough(login.level, attempt.level) ? await ownerOf(identity, audience, login) : null
  if (owner === null) {
    await noteRefusal(identity, audience)
    const reason = isEnough(login.level, attempt.level) ? 'no-access' : 'level-too-low'
    return { ok: false, reason, attempt }
  }
  const secret = await engine.write(async (tx) => {
    if (session !== null) await deleteSession(tx, engine.tables, hashOfSecret(session))
    return beginSession(tx, identity, { audience, owner, login })
  })
  return { ok: true, secret, attempt }
}

/** That a login was refused is written down; who it would have been is not known, or not ours to keep. */
function noteRefusal(identity: Identity, audience: Audience): Promise<void> {
  const refused = { actor: 'system', actorRole: audience, action: 'login-refused' } as const
  return identity.engine.write((tx) => appendAudit(tx, identity, refused))
}

async function takeAttempt(
  { engine, clock }: Identity,
  { state, browser }: { state: string; browser: string },
): Promise<LoginAttempt | null> {
  const notBefore = epochSeconds(clock.now()) - LONGEST_SECONDS
  const hashes = { stateHash: hashOfSecret(state), browserHash: hashOfSecret(browser) }
  return engine.write((tx) => takeLoginAttempt(tx, engine.tables, { ...hashes, notBefore }))
}

/** Whose the session is; null for staff whom we do not know, or who no longer work here. */
async function ownerOf(
  { engine, personKeys }: Identity,
  audience: Audience,
  { subject }: Login,
): Promise<string | null> {
  switch (audience) {
    case 'citizen':
      return personKeys.keyOf(subject)
    case 'staff': {
      const member = await findStaffBySubject(engine.read, engine.tables, subject)
      return member?.isActive ? String(member.id) : null
    }
    default:
      return audience satisfies never
  }
}
