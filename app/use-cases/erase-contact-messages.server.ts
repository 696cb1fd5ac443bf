import { deleteContactMessagesBefore } from '#db/queries/contact-messages.ts'
import { keptDaysOn } from '#app/domain/identity/retention.ts'
import { appendAudit } from './append-audit.server.ts'
import { nowSeconds, todayOf, type Portal } from './portal.server.ts'

const DAY_SECONDS = 24 * 60 * 60

/** Deletes messages to politikontakter that are past their time of keeping; of those that nobody got it is written down. */
export async function eraseContactMessages(
  portal: Pick<Portal, 'engine' | 'clock' | 'catalogue' | 'auditIds' | 'randomBytes'>,
): Promise<{ neverHandedOver: number }> {
  const { engine, clock } = portal
  const before = nowSeconds(clock) - contactKeptDays(portal) * DAY_SECONDS
  return engine.write(async (tx) => {
    const lost = await deleteContactMessagesBefore(tx, engine.tables, before)
    for (const id of lost) {
      await appendAudit(tx, portal, {
        ...{ actor: 'system', actorRole: 'system', action: 'contact-message-erased' },
        object: { kind: 'contact-message', id },
      })
    }
    return { neverHandedOver: lost.length }
  })
}

/** For how many days one that cannot be handed over is kept. */
export function contactKeptDays({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>): number {
  return keptDaysOn(catalogue.rules, todayOf(clock), 'message')
}
