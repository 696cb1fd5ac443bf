import { findSessionByIdHash } from '#db/queries/sessions.ts'
import { scopeOf, type Permission, type Scope } from '#app/domain/identity/permission.ts'
import { sessionEnd, sessionRulesOn } from '#app/domain/identity/session-rules.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { findStaffMember } from './find-staff-member.server.ts'
import type { Identity } from './identity.server.ts'
import { hashOfSecret } from './session.server.ts'
import { todayOf } from './portal.server.ts'

/**
 * Where the member of staff of a session may do something now; null for nowhere, and when the session is over. A screen
 * that only listens is no use of a session: nothing is noted, and it ends as if nobody were there.
 */
export async function peekScope(
  identity: Identity,
  secret: string,
  permission: Permission,
): Promise<Scope | null> {
  const { engine, clock, rules } = identity
  const session = await findSessionByIdHash(engine.read, engine.tables, hashOfSecret(secret))
  if (session?.audience !== 'staff') return null
  const end = sessionEnd(session, sessionRulesOn(rules, todayOf(clock), 'staff'))
  if (epochSeconds(clock.now()) >= end) return null
  const member = await findStaffMember(identity, session.owner)
  return member ? scopeOf(member.grants, permission) : null
}
