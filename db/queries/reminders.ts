import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** Takes the reminders of an appointment back that have not been sent. */
export async function voidReminders(tx: Tx, { messages }: Tables, appointmentId: number): Promise<void> {
  await tx
    .update(messages)
    .set({ status: 'void', leaseUntil: null })
    .where(
      and(
        eq(messages.appointmentId, appointmentId),
        eq(messages.kind, 'reminder'),
        eq(messages.status, 'waiting'),
      ),
    )
}

/** Lets the reminders of an appointment as it is now be sent after all, if their time is still to come. */
export async function reviveReminders(
  tx: Tx,
  { messages }: Tables,
  { appointmentId, sequence, after }: { appointmentId: number; sequence: number; after: number },
): Promise<void> {
  await tx
    .update(messages)
    .set({ status: 'waiting' })
    .where(
      and(
        eq(messages.appointmentId, appointmentId),
        eq(messages.kind, 'reminder'),
        eq(messages.status, 'void'),
        eq(messages.sequence, sequence),
        gt(messages.dueAt, after),
      ),
    )
}
