import { insertContactMessage, referenceOfContactForm } from '#db/queries/contact-messages.ts'
import type { ContactWords } from '#app/domain/contact/contact-message.ts'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import { clearCode } from '#app/domain/scheduling/code.ts'
import type { Visitor } from '#app/server/visitor.ts'
import { contactMailbox } from './contact-mailbox.server.ts'
import { countWithin, type TooMany } from './count-within.server.ts'
import { nowSeconds, type Portal } from './portal.server.ts'

/** As many letters as the reference of an appointment. */
const REFERENCE_LETTERS = 9

export type SentContactMessage =
  { ok: true; reference: string } | { ok: false; reason: 'no-mailbox' } | TooMany

/**
 * Takes a message to the politikontakt of a municipality in; the worker hands it over. The same form sent again is the
 * same message.
 */
export async function sendContactMessage(
  portal: Portal,
  {
    municipality,
    idempotencyKey,
    message,
    visitor,
    isDemo,
  }: {
    municipality: Municipality
    idempotencyKey: string
    message: ContactWords
    visitor: Visitor
    isDemo: boolean
  },
): Promise<SentContactMessage> {
  const { engine, randomBytes } = portal
  const { number: municipalityNumber, districtId } = municipality
  if (contactMailbox(portal, districtId, { isDemo }) === null) return { ok: false, reason: 'no-mailbox' }
  return engine.write(async (tx) => {
    const before = await referenceOfContactForm(tx, engine.tables, idempotencyKey)
    if (before !== null) return { ok: true, reference: before } as const
    const counted = await countWithin(tx, portal, { limit: 'contact-messages', visitor })
    if (!counted.ok) return counted
    const reference = clearCode(REFERENCE_LETTERS, randomBytes)
    await insertContactMessage(tx, engine.tables, {
      ...message,
      ...{ idempotencyKey, reference, municipalityNumber, districtId },
      receivedAt: nowSeconds(portal.clock),
    })
    return { ok: true, reference } as const
  })
}
