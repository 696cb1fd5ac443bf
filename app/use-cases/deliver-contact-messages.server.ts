import {
  hasWaitingContactMessage,
  leaseContactMessages,
  markHandedOver,
  markNotHandedOver,
} from '#db/queries/contact-messages.ts'
import type { WaitingContactMessage } from '#app/domain/contact/contact-message.ts'
import { retryAfter } from '#app/domain/messages/retry-after.ts'
import { composeContactMessage } from '#app/server/messages/compose-contact-message.ts'
import type { Sender } from '#app/server/messages/message-facts.ts'
import type { Delivery, Post } from '#app/server/messages/outgoing.ts'
import { appendAudit } from './append-audit.server.ts'
import { contactMailbox } from './contact-mailbox.server.ts'
import { nowSeconds, type Portal } from './portal.server.ts'

type Mailroom = Pick<Portal, 'engine' | 'clock' | 'catalogue' | 'auditIds' | 'randomBytes'>

const BATCH = 10

/** Longer than the longest delivery; after a crash it takes so long until somebody tries again. */
const LEASE_SECONDS = 120

/** When the usual pauses are over: somebody waits for an answer, so it is tried until it has to be deleted. */
const PATIENT_MINUTES = 24 * 60

/** `stuck`: messages that have failed for longer than the usual pauses; an operator must look. */
export type HandedOver = { sent: number; failed: number; stuck: { id: number; failure: string }[] }

/**
 * Hands messages over to the districts' mailboxes: leases some in one write, sends them outside of any, marks them in
 * one write. After a crash between sending and marking one is sent again, with the same id. Once it is handed over,
 * what somebody wrote is forgotten here.
 */
export async function deliverContactMessages(
  mailroom: Mailroom,
  { post, sender, isDemo }: { post: Post; sender: Sender; isDemo: boolean },
): Promise<HandedOver> {
  const { engine, clock } = mailroom
  const { tables } = engine
  const now = nowSeconds(clock)
  if (!(await hasWaitingContactMessage(engine.read, tables, now))) return { sent: 0, failed: 0, stuck: [] }
  const until = now + LEASE_SECONDS
  const waiting = await engine.write((tx) => leaseContactMessages(tx, tables, { now, until, most: BATCH }))
  const results = await Promise.all(
    waiting.map(async (message) => ({ message, delivery: await handOver(message) })),
  )
  const handedOver: HandedOver = { sent: 0, failed: 0, stuck: [] }
  for (const { message, delivery } of results) {
    if (delivery.ok) handedOver.sent += 1
    else {
      handedOver.failed += 1
      if (retryAfter(message.attempts + 1) === null) {
        handedOver.stuck.push({ id: message.id, failure: delivery.failure })
      }
    }
  }
  await engine.write(async (tx) => {
    for (const { message, delivery } of results) {
      const { id, districtId, attempts } = message
      if (delivery.ok) {
        await markHandedOver(tx, tables, { id, sentAt: nowSeconds(clock) })
        await appendAudit(tx, mailroom, {
          ...{ actor: 'system', actorRole: 'system', action: 'contact-message-handed-over' },
          ...{ object: { kind: 'contact-message', id }, scope: districtId },
        })
      } else {
        const pause = (retryAfter(attempts + 1) ?? PATIENT_MINUTES) * 60
        const failed = { attempts: attempts + 1, leaseUntil: now + pause, failure: delivery.failure }
        await markNotHandedOver(tx, tables, { id, ...failed })
      }
    }
  })
  return handedOver

  async function handOver(message: WaitingContactMessage): Promise<Delivery> {
    const mailbox = contactMailbox(mailroom, message.districtId, { isDemo })
    if (mailbox === null) return { ok: false, isFinal: false, failure: 'no-mailbox' }
    const municipality = mailroom.catalogue.municipalities.get(message.municipalityNumber)
    try {
      return await post.send(
        composeContactMessage({ ...message, municipality: municipality?.name ?? '' }, mailbox, sender),
      )
    } catch (error) {
      // What an error says may hold personal data; what it is called does not.
      return { ok: false, isFinal: false, failure: error instanceof Error ? error.name : 'error' }
    }
  }
}
