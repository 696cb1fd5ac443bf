import type { Message } from '#app/domain/messages/message.ts'
import { saysTopic } from '#app/domain/messages/says-topic.ts'
import type { Appointment, Contact } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import type { MessageFacts } from '#app/server/messages/message-facts.ts'
import { spanOfSeats } from './office-times.server.ts'
import { queueRules } from './queue-state.server.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { takesOf } from './stay.server.ts'

/** What a message about an appointment may say. */
export function messageFacts(
  portal: Pick<Portal, 'catalogue' | 'clock' | 'links'>,
  { id, kind, delayMinutes }: Pick<Message, 'id' | 'kind'> & { delayMinutes: number },
  appointment: Appointment & { contact: Contact },
): MessageFacts {
  const { startTick, sequence, reference, contact, people, idempotencyKey, checkInCode } = appointment
  if (reference === null) throw new Error(`Appointment ${appointment.id} has no reference`)
  return {
    number: id,
    kind,
    delayMinutes,
    contact,
    today: todayOf(portal.clock),
    now: portal.clock.now(),
    startTick,
    endTick: spanOfSeats(people).endTick,
    sequence,
    ...{ reference, checkInCode },
    secret: portal.links.secretOf(idempotencyKey),
    topic: saysTopic(appointment.service) ? topicOf(portal, appointment) : null,
  }
}

function topicOf(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  { officeId, startTick, people }: Appointment,
): MessageFacts['topic'] {
  const office = portal.catalogue.offices.get(officeId)
  if (!office) throw new Error(`There is no office ${officeId}`)
  const { each, sum } = takesOf(portal, people, dayOfTick(startTick))
  return {
    officeName: office.name,
    address: office.address,
    postalPlace: [office.postalCode, office.postalPlace].filter(Boolean).join(' ') || null,
    people: people.map(({ name }, index) => ({
      name,
      takes: { bring: each[index]?.bring ?? [] },
      lacksConsent: each[index]?.consent.state === 'missing',
    })),
    lateMinutes: queueRules(portal).checkInClosesMinutes,
    fee: sum,
  }
}
