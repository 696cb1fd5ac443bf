import type { Channel, MessageKind, MessageStatus } from '#app/domain/messages/message.ts'
import type { Dialect } from '../dialect.ts'
import type { appointmentTables } from './appointments.ts'

/** What is to be told to people; written with the change that it tells of (docs/decisions/011). */
export function messageTables(d: Dialect, { appointments }: ReturnType<typeof appointmentTables>) {
  const messages = d.table(
    'messages',
    {
      id: d.id(),
      appointmentId: d
        .reference()
        .notNull()
        .references(() => appointments.id),
      kind: d.text().$type<MessageKind>().notNull(),
      /** From when on it may be sent. Never changes: it is part of what makes the message this one. */
      dueAt: d.instant().notNull(),
      /** That of the appointment it tells of: when the appointment has changed since, the message is void. */
      sequence: d.integer().notNull(),
      status: d.text().$type<MessageStatus>().notNull(),
      /** Failed attempts. */
      attempts: d.integer().notNull(),
      /** Until then nobody else takes it: a worker has it, or it waits after a failure. */
      leaseUntil: d.instant(),
      sentAt: d.instant(),
      /** Where it must go, or went; null while the contact is to decide. */
      channel: d.text().$type<Channel>(),
      /** Why the last attempt failed, in a few letters without personal data. */
      failure: d.text(),
    },
    (table) => [
      d.uniqueIndex('messages_once').on(table.appointmentId, table.kind, table.dueAt, table.sequence),
      d.index('messages_status_due').on(table.status, table.dueAt),
    ],
  )
  /**
   * Those who asked for their link. Whether anybody has such a contact is looked up later, by the worker: asking takes
   * as long for a contact that nobody has.
   */
  const linkRequests = d.table(
    'link_requests',
    {
      id: d.id(),
      /** An e-mail address or a mobile number; forgotten when the request has been looked at. */
      contact: d.text().notNull(),
      /** The beginning of the ten minutes in which it was asked. */
      askedAt: d.instant().notNull(),
    },
    (table) => [d.uniqueIndex('link_requests_once').on(table.contact, table.askedAt)],
  )
  return { messages, linkRequests }
}
