import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import type { Dialect } from '../dialect.ts'

/** Messages to the politikontakt of a municipality. What somebody wrote is forgotten as soon as it is handed over. */
export function contactMessageTables(d: Dialect) {
  const contactMessages = d.table(
    'contact_messages',
    {
      id: d.id(),
      /** From the form: the same form sent twice is one message. */
      idempotencyKey: d.text().notNull(),
      reference: d.text().notNull(),
      municipalityNumber: d.text().notNull(),
      /** Whose mailbox it goes to. */
      districtId: d.text().notNull(),
      language: d.text().$type<MessageLanguage>().notNull(),
      receivedAt: d.instant().notNull(),
      name: d.text(),
      email: d.text(),
      mobile: d.text(),
      words: d.text(),
      sentAt: d.instant(),
      /** Failed attempts. */
      attempts: d.integer().notNull(),
      /** Until then nobody else takes it: a worker has it, or it waits after a failure. */
      leaseUntil: d.instant(),
      /** Why the last attempt failed, in a few letters without personal data. */
      failure: d.text(),
    },
    (table) => [
      d.uniqueIndex('contact_messages_once').on(table.idempotencyKey),
      d.uniqueIndex('contact_messages_reference').on(table.reference),
      d.index('contact_messages_sent').on(table.sentAt, table.receivedAt),
    ],
  )
  return { contactMessages }
}
