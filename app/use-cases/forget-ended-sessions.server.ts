import { deleteLoginAttemptsBefore } from '#db/queries/login-attempts.ts'
import { deleteEndedSessions } from '#db/queries/sessions.ts'
import { AUDIENCES, sessionRulesOn } from '#app/domain/identity/session-rules.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Identity } from './identity.server.ts'
import { todayOf } from './portal.server.ts'

/** Longer than any login takes. */
const ATTEMPT_KEPT_SECONDS = 60 * 60

/** Removes sessions whose time is over and logins that were never finished. */
export async function forgetEndedSessions({
  engine,
  clock,
  rules,
}: Pick<Identity, 'engine' | 'clock' | 'rules'>): Promise<void> {
  const now = epochSeconds(clock.now())
  await engine.write(async (tx) => {
    await deleteLoginAttemptsBefore(tx, engine.tables, now - ATTEMPT_KEPT_SECONDS)
    for (const audience of AUDIENCES) {
      const { idleSeconds, longestSeconds } = sessionRulesOn(rules, todayOf(clock), audience)
      await deleteEndedSessions(tx, engine.tables, {
        ...{ audience, seenBefore: now - idleSeconds, startedBefore: now - longestSeconds },
      })
    }
  })
}
