import { deleteAllSessions, deleteSessionsOf } from '#db/queries/sessions.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Portal } from './portal.server.ts'

/** Somebody by all that may stand for them as the owner of a session, or everybody. */
export type Whose = { audience: Audience; owners: readonly string[] } | 'everybody'

/** Ends sessions for the operator – a stolen phone, somebody who left, a leak – and writes it down. Answers how many. */
export async function endSessionsFor(
  portal: Pick<Portal, 'engine' | 'clock' | 'auditIds' | 'randomBytes'>,
  whose: Whose,
): Promise<number> {
  const { engine } = portal
  return engine.write(async (tx) => {
    let ended = 0
    if (whose === 'everybody') ended = await deleteAllSessions(tx, engine.tables)
    else
      for (const owner of whose.owners) {
        ended += await deleteSessionsOf(tx, engine.tables, { audience: whose.audience, owner })
      }
    const id = whose === 'everybody' ? undefined : whose.owners[0]
    await appendAudit(tx, portal, {
      ...{ actor: 'system', actorRole: 'operator', action: 'logout-everywhere' },
      object:
        whose === 'everybody' || id === undefined
          ? undefined
          : { kind: whose.audience === 'staff' ? 'staff' : 'person', id },
    })
    return ended
  })
}
