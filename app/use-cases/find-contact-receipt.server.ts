import { findContactReceipt } from '#db/queries/contact-messages.ts'
import type { ContactReceipt } from '#app/domain/contact/contact-message.ts'
import type { Portal } from './portal.server.ts'

/** What there is to say of a message that was sent to a municipality; null for a reference that it has not. */
export async function findContactReceiptOf(
  { engine }: Pick<Portal, 'engine'>,
  { reference, municipalityNumber }: { reference: string; municipalityNumber: string },
): Promise<ContactReceipt | null> {
  const receipt = await findContactReceipt(engine.read, engine.tables, reference)
  return receipt?.municipalityNumber === municipalityNumber ? receipt : null
}
