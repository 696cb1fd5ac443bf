import { epochSeconds, type Appointment } from '../scheduling/appointment.ts'
import { tickToInstant } from '../time/tick.ts'
import { channelsOf } from './channels-of.ts'
import type { NewMessage } from './message.ts'
import type { MessageRules } from './message-rules.ts'
import { reminderMoments } from './reminder-moments.ts'

/** What can be done to an appointment that the person is told of. */
export type ToldChange = 'confirmed' | 'moved' | 'cancelled'

/**
 * What to tell about an appointment as it is after a change: the change at once, and unless it was cancelled, when it
 * draws near. Nobody can be told who left no way to be reached; a letter would come too late to remind.
 */
export function messagesAbout({
  change,
  appointment: { id, sequence, startTick, contact, noReminders },
  now,
  rules,
}: {
  change: ToldChange
  appointment: Pick<Appointment, 'id' | 'sequence' | 'startTick' | 'contact' | 'noReminders'>
  now: Temporal.Instant
  rules: MessageRules
}): NewMessage[] {
  const [channel] = contact ? channelsOf(contact) : []
  if (!channel) return []
  const about = { appointmentId: id, sequence, channel: null }
  const told: NewMessage = { ...about, kind: change, dueAt: epochSeconds(now) }
  if (change === 'cancelled' || channel === 'letter' || noReminders) return [told]
  const reminders = reminderMoments({ start: tickToInstant(startTick), now, rules })
  return [told, ...reminders.map((at) => ({ ...about, kind: 'reminder' as const, dueAt: epochSeconds(at) }))]
}
