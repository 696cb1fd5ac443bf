import type { Tx } from '#db/engine.ts'
import { insertMessages } from '#db/queries/messages.ts'
import { messageRulesOn } from '#app/domain/messages/message-rules.ts'
import { messagesAbout, type ToldChange } from '#app/domain/messages/messages-about.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { keptForDay } from './kept-for-day.ts'
import { todayOf, type Portal } from './portal.server.ts'

/** The rules for messages that hold today. */
export const messageRules = keptForDay(({ catalogue, clock }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  messageRulesOn(catalogue.rules, todayOf(clock)),
)

/**
 * Puts what the person is to be told in the outbox, inside the write that changes their appointment: with it or not at
 * all (docs/decisions/011). `appointment`: as it is after the change.
 */
export async function tellPerson(
  tx: Tx,
  portal: Pick<Portal, 'engine' | 'catalogue' | 'clock'>,
  change: ToldChange,
  appointment: Pick<Appointment, 'id' | 'sequence' | 'startTick' | 'contact' | 'noReminders'>,
): Promise<void> {
  const { engine, clock } = portal
  const rules = messageRules(portal, '')
  await insertMessages(tx, engine.tables, messagesAbout({ change, appointment, now: clock.now(), rules }))
}
