import type {
  CounterStatus,
  HelpNeed,
  Outcome,
  ParkReason,
  QueueService,
  Ticket,
  TicketStatus,
} from '#app/domain/queue/ticket.ts'
import type { QueueEventKind } from '#app/domain/queue/queue-event.ts'
import type { OrderRules } from '#app/domain/queue/queue-rules.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import type { Dialect } from '../dialect.ts'
import { isNotNull } from 'drizzle-orm'

/** The queue of each office: who waits, at which counter they are, and what happened (docs/decisions/016). */
export function queueTables(d: Dialect) {
  /** One row for each office and day; its version grows with every change, so that screens know what they show. */
  const queueDays = d.table(
    'queue_days',
    {
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      version: d.integer().notNull(),
      nextNumber: d.integer().notNull(),
      /** A delay that staff have announced, in minutes. */
      delayMinutes: d.integer().notNull().default(0),
      changedAt: d.milliseconds().notNull(),
    },
    (table) => [
      d.primaryKey({ columns: [table.officeId, table.day] }),
      d.index('queue_days_changed').on(table.changedAt),
    ],
  )
  const tickets = d.table(
    'tickets',
    {
      id: d.id(),
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      letter: d.text().notNull(),
      number: d.integer().notNull(),
      /** Made for each form; the same key always gives the same ticket, and its secret is derived from it. */
      idempotencyKey: d.text().notNull(),
      secretHash: d.text().notNull(),
      keyId: d.text().notNull(),
      service: d.text().$type<QueueService>().notNull(),
      alsoServices: d.json<QueueService[]>().notNull(),
      language: d.text().$type<MessageLanguage>().notNull(),
      needs: d.json<HelpNeed[]>().notNull(),
      people: d.integer().notNull(),
      appointmentId: d.reference(),
      startTick: d.integer(),
      status: d.text().$type<TicketStatus>().notNull(),
      arrivedAt: d.instant().notNull(),
      notBefore: d.instant(),
      /** How often the person has said that they are late. */
      late: d.integer().notNull().default(0),
      parkReason: d.text().$type<ParkReason>(),
      calls: d.integer().notNull(),
      calledAt: d.instant(),
      startedAt: d.instant(),
      endedAt: d.instant(),
      counterId: d.reference(),
      forCounterId: d.reference(),
      forStaffId: d.reference(),
      isBack: d.flag().notNull(),
      overtaken: d.integer().notNull(),
      asksForHelp: d.flag().notNull(),
      note: d.text(),
      said: d.text(),
      outcome: d.text().$type<Outcome>(),
      splitFromId: d.reference(),
      revision: d.integer().notNull(),
    },
    (table) => [
      d.uniqueIndex('tickets_number').on(table.officeId, table.day, table.number),
      d.uniqueIndex('tickets_key').on(table.idempotencyKey),
      d.uniqueIndex('tickets_secret').on(table.secretHash),
      d.index('tickets_office_day_status').on(table.officeId, table.day, table.status),
      d.index('tickets_status_day').on(table.status, table.day),
      d.index('tickets_note').on(table.day).where(isNotNull(table.note)),
      d.index('tickets_said').on(table.day).where(isNotNull(table.said)),
      d.index('tickets_appointment').on(table.appointmentId).where(isNotNull(table.appointmentId)),
    ],
  )
  /** How a counter stands in the queue; one without a row is closed. */
  const counters = d.table(
    'counters',
    {
      /** That of the resource. */
      id: d.reference().primaryKey(),
      officeId: d.text().notNull(),
      status: d.text().$type<CounterStatus>().notNull(),
      services: d.json<QueueService[]>().notNull(),
      staffId: d.reference(),
      since: d.instant().notNull(),
      callsForHelp: d.flag().notNull(),
      /** Which serving the people of an appointment were last shown for, and to whom: audited once for each. */
      shown: d.text(),
    },
    (table) => [d.index('counters_office').on(table.officeId), d.index('counters_staff').on(table.staffId)],
  )
  /** What a member of staff chose last, so that they need not choose again. */
  const counterPreferences = d.table('counter_preferences', {
    staffId: d.reference().primaryKey(),
    officeId: d.text(),
    counterId: d.reference(),
    services: d.json<QueueService[]>().notNull(),
    /** Keys without Ctrl or Alt do something (WCAG 2.1.4: they can be turned off). */
    hasShortcuts: d.flag().notNull(),
  })
  /** Only ever added to. */
  const queueEvents = d.table(
    'queue_events',
    {
      id: d.id(),
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      at: d.instant().notNull(),
      kind: d.text().$type<QueueEventKind>().notNull(),
      ticketId: d.reference(),
      service: d.text(),
      counterId: d.reference(),
      seconds: d.integer(),
      detail: d.text(),
    },
    (table) => [
      d.index('queue_events_office_day').on(table.officeId, table.day),
      d.index('queue_events_kind_at').on(table.kind, table.at),
    ],
  )
  /** What staff did at a counter, so that the last of it can be undone; gone with the day. */
  const queueActions = d.table(
    'queue_actions',
    {
      id: d.id(),
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      counterId: d.reference().notNull(),
      staffId: d.reference().notNull(),
      at: d.instant().notNull(),
      kind: d.text().notNull(),
      /** The tickets as they were, and the revision that the action gave each. */
      before: d.json<{ ticket: Ticket; revision: number }[]>().notNull(),
      /** The tickets that it added. */
      added: d.json<number[]>().notNull(),
      /** Those whom it overtook. */
      overtaken: d.json<number[]>(),
      isUndone: d.flag().notNull(),
    },
    (table) => [d.index('queue_actions_counter').on(table.counterId, table.id)],
  )
  /** What an office has set for the order of its queue, from a moment on; the newest counts. */
  const queueSettings = d.table(
    'queue_settings',
    {
      id: d.id(),
      officeId: d.text().notNull(),
      order: d.json<Partial<OrderRules>>().notNull(),
      at: d.instant().notNull(),
    },
    (table) => [d.index('queue_settings_office').on(table.officeId)],
  )
  return { queueDays, tickets, counters, counterPreferences, queueEvents, queueActions, queueSettings }
}
