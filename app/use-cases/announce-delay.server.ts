import type { Reader } from '#db/engine.ts'
import { findAppointmentById } from '#db/queries/appointments.ts'
import { expectedAppointments } from '#db/queries/expected-appointments.ts'
import { dropDelayMessages, toldOfDelay } from '#db/queries/delay-messages.ts'
import { insertMessages } from '#db/queries/messages.ts'
import { findQueueDay, setDelay } from '#db/queries/queue-days.ts'
import { change } from '#app/domain/queue/decision.ts'
import { isWithin } from '#app/domain/identity/permission.ts'
import { channelsOf } from '#app/domain/messages/channels-of.ts'
import type { NewMessage } from '#app/domain/messages/message.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import { OSLO, tickFrom } from '#app/domain/time/tick.ts'
import { changeQueue, type OpenQueue } from './change-queue.server.ts'
import type { Acting } from './office-day.server.ts'
import { todayOf, type Portal } from './portal.server.ts'

/**
 * Announces that an office is so many minutes behind its times today, or with 0 that it is not any more: to those who
 * wait on their pages and the display, and by message to those whose appointment is later today. Who was told of a delay
 * is told of its end. Answers how many are written to; null outside of the scope.
 */
export async function announceDelay(
  portal: Portal,
  { scope }: Pick<Acting, 'scope'>,
  { officeId, minutes }: { officeId: string; minutes: number },
): Promise<number | null> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office || !isWithin(scope, office)) return null
  return changeQueue(portal, officeId, async (queue) => {
    const { tables } = portal.engine
    const today = { officeId, day: queue.day }
    // Pressed twice, nobody is told twice.
    if (((await findQueueDay(queue.tx, tables, today))?.delayMinutes ?? 0) === minutes) return 0
    const announced = change({
      events: [
        {
          ...{ kind: 'delay-announced', ticketId: null, service: null, counterId: null },
          ...{ seconds: minutes * 60, detail: minutes > 0 ? null : 'withdrawn' },
        },
      ],
    })
    if (announced.ok) await queue.save(announced)
    await setDelay(queue.tx, tables, { ...today, delayMinutes: minutes })
    const messages = await messagesOf(queue, portal, { officeId, isOver: minutes === 0 })
    await insertMessages(queue.tx, tables, messages)
    return messages.length
  })
}

/** What is told to whom: those with an appointment later today who can still be reached in time. */
async function messagesOf(
  { tx, now }: OpenQueue,
  { engine, clock }: Portal,
  { officeId, isOver }: { officeId: string; isOver: boolean },
): Promise<NewMessage[]> {
  const { tables } = engine
  const appointmentIds = (await laterToday(tx, { engine, clock }, officeId)).map(({ id }) => id)
  const midnight = epochSeconds(todayOf(clock).toZonedDateTime(OSLO).toInstant())
  const told = await toldOfDelay(tx, tables, { appointmentIds, since: midnight })
  await dropDelayMessages(tx, tables, appointmentIds)
  const messages: NewMessage[] = []
  for (const id of appointmentIds) {
    if (isOver && !told.has(id)) continue
    const appointment = await findAppointmentById(tx, tables, id)
    const [channel] = appointment?.contact ? channelsOf(appointment.contact) : []
    // A letter would come too late.
    if (!appointment || !channel || channel === 'letter') continue
    messages.push({
      ...{ appointmentId: id, sequence: appointment.sequence, channel: null, dueAt: now },
      kind: isOver ? 'delay-over' : 'delayed',
    })
  }
  return messages
}

/** How many appointments of an office are later today: whom an announcement is for, if they can be reached. */
export async function delayReach({ engine, clock }: Portal, officeId: string): Promise<number> {
  return (await laterToday(engine.read, { engine, clock }, officeId)).length
}

function laterToday(reader: Reader, { engine, clock }: Pick<Portal, 'engine' | 'clock'>, officeId: string) {
  const tomorrow = todayOf(clock).add({ days: 1 }).toZonedDateTime(OSLO).toInstant()
  return expectedAppointments(reader, engine.tables, {
    ...{ officeId, fromTick: tickFrom(clock.now()), toTick: tickFrom(tomorrow) },
  })
}
