import type { Tx } from '#db/engine.ts'
import { findAppointmentById } from '#db/queries/appointments.ts'
import { hasDueMessage, leaseMessages, markFailed, markSettled } from '#db/queries/messages.ts'
import { findQueueDay } from '#db/queries/queue-days.ts'
import { channelsOf } from '#app/domain/messages/channels-of.ts'
import { isStillTrue } from '#app/domain/messages/is-still-true.ts'
import { CHANNELS, type Channel, type Message } from '#app/domain/messages/message.ts'
import { retryAfter } from '#app/domain/messages/retry-after.ts'
import { epochSeconds, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { composeMessage } from '#app/server/messages/compose-message.ts'
import type { Sender } from '#app/server/messages/message-facts.ts'
import type { Post } from '#app/server/messages/outgoing.ts'
import { messageFacts } from './message-facts.server.ts'
import type { Portal } from './portal.server.ts'

/** What it takes to deliver: a worker of its own needs no times in memory. */
export type Mailroom = Pick<Portal, 'engine' | 'clock' | 'links' | 'catalogue'>

/** Sent together and marked together: as many may come twice after a crash. */
const BATCH = 10

/** Longer than the longest delivery over every channel; after a crash it takes so long until somebody tries again. */
const LEASE_SECONDS = 120

export type Delivered = {
  sent: number
  void: number
  failed: number
  dead: { id: number; failure: string }[]
}

type Result =
  | { message: Message; is: 'sent'; channel: Channel }
  | { message: Message; is: 'void' }
  | { message: Message; is: 'failed'; isFinal: boolean; failure: string }

/**
 * Sends what is due: leases some in one write, sends them outside of any, and marks them in one write. Several workers
 * never send the same while its lease lives. After a crash between sending and marking it is sent again, with the same
 * id; it is never lost (docs/decisions/011).
 * @param most stop after about so many, for a worker that shares its process with visitors
 */
export async function deliverMessages(
  mailroom: Mailroom,
  {
    post,
    sender,
    most = Infinity,
    stop = new AbortController().signal,
  }: { post: Post; sender: Sender; most?: number; stop?: AbortSignal },
): Promise<Delivered> {
  const done: Delivered = { sent: 0, void: 0, failed: 0, dead: [] }
  for (let taken = 0; taken < most && !stop.aborted;) {
    const { messages, until } = await lease(mailroom)
    if (messages.length === 0) break
    taken += messages.length
    const results = await Promise.all(messages.map((message) => deliver(mailroom, { message, post, sender })))
    done.dead.push(...(await mark(mailroom, results, until)))
    for (const { is } of results) done[is] += 1
  }
  return done
}

async function lease({ engine, clock }: Mailroom): Promise<{ messages: Message[]; until: number }> {
  const { tables } = engine
  const now = epochSeconds(clock.now())
  const until = now + LEASE_SECONDS
  // A look costs nothing; a write a second would be a commit a second.
  if (!(await hasDueMessage(engine.read, tables, now))) return { messages: [], until }
  const messages = await engine.write((tx) => leaseMessages(tx, tables, { now, until, most: BATCH }))
  return { messages, until }
}

async function deliver(
  mailroom: Mailroom,
  { message, post, sender }: { message: Message; post: Post; sender: Sender },
): Promise<Result> {
  const { engine, clock } = mailroom
  try {
    const appointment = await findAppointmentById(engine.read, engine.tables, message.appointmentId)
    const contact = appointment?.contact
    if (!appointment || !contact) return { message, is: 'void' }
    const delayMinutes = await delayOf(mailroom, message, appointment)
    if (!isStillTrue(message, appointment, { now: clock.now(), delayMinutes })) return { message, is: 'void' }
    const facts = messageFacts(mailroom, { ...message, delayMinutes }, { ...appointment, contact })
    let refused: { isFinal: boolean; failure: string } | null = null
    for (const channel of message.channel === null ? channelsOf(contact) : [message.channel]) {
      const outgoing = composeMessage(facts, channel, sender)
      const delivery = outgoing && (await post.send(outgoing))
      if (delivery?.ok) return { message, is: 'sent', channel }
      if (delivery) refused = delivery
      // Who has another way is reached that way, but only when this one is closed for good.
      if (refused && !refused.isFinal) break
    }
    return refused ? { message, is: 'failed', ...refused } : { message, is: 'void' }
  } catch (error) {
    return { message, is: 'failed', isFinal: false, failure: nameOf(error) }
  }
}

/** The delay that an office has announced for the day of an appointment. */
async function delayOf(
  { engine: { read, tables } }: Mailroom,
  { kind }: Message,
  { officeId, startTick }: Appointment,
): Promise<number> {
  // Others say nothing of it.
  if (kind !== 'delayed' && kind !== 'delay-over') return 0
  const day = await findQueueDay(read, tables, { officeId, day: dayOfTick(startTick).toString() })
  return day?.delayMinutes ?? 0
}

/** What an error says may hold personal data; what it is called does not. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'error'
}

/** Saves what came of them; answers those that are given up. */
async function mark(
  { engine, clock }: Mailroom,
  results: readonly Result[],
  heldUntil: number,
): Promise<Delivered['dead']> {
  const { tables } = engine
  const now = epochSeconds(clock.now())
  const failures = results
    .filter((result) => result.is === 'failed')
    .map(({ message, isFinal, failure }) => {
      const attempts = message.attempts + 1
      const pause = isFinal ? null : retryAfter(attempts)
      return { id: message.id, attempts, failure, leaseUntil: pause === null ? null : now + pause * 60 }
    })
  const idsOf = (some: readonly Result[]) => some.map(({ message }) => message.id)
  await engine.write(async (tx: Tx) => {
    for (const channel of CHANNELS) {
      const sent = results.filter((result) => result.is === 'sent' && result.channel === channel)
      await markSettled(tx, tables, idsOf(sent), { status: 'sent', sentAt: now, channel })
    }
    const untold = results.filter(({ is }) => is === 'void')
    await markSettled(tx, tables, idsOf(untold), { status: 'void' })
    for (const failed of failures) {
      const status = failed.leaseUntil === null ? 'dead' : 'waiting'
      await markFailed(tx, tables, { ...failed, heldUntil, status })
    }
  })
  return failures.filter(({ leaseUntil }) => leaseUntil === null)
}
