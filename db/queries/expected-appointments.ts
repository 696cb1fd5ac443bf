import type { PlannedAppointment } from '#app/domain/queue/days/run-day.ts'
import { QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'
import { and, asc, count, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** The confirmed appointments of an office between two ticks as the queue expects them, the earliest first. */
export async function expectedAppointments(
  reader: Reader,
  { appointments, appointmentPeople }: Tables,
  { officeId, fromTick, toTick }: { officeId: string; fromTick: number; toTick: number },
): Promise<PlannedAppointment[]> {
  const rows = await reader
    .select({
      id: appointments.id,
      startTick: appointments.startTick,
      service: appointments.service,
      people: count(appointmentPeople.position),
    })
    .from(appointments)
    .leftJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(
      and(
        eq(appointments.officeId, officeId),
        gte(appointments.startTick, fromTick),
        lt(appointments.startTick, toTick),
        eq(appointments.status, 'confirmed'),
      ),
    )
    .groupBy(appointments.id, appointments.startTick, appointments.service)
    .orderBy(asc(appointments.startTick), asc(appointments.id))
  return rows.map(({ service, people, ...row }) => ({
    ...row,
    service: QUEUE_SERVICES.find((one) => one === service) ?? 'other',
    people: Number(people),
  }))
}

/** Which of these appointments have a ticket, at whatever office. */
export async function checkedIn(
  reader: Reader,
  { tickets }: Tables,
  appointmentIds: readonly number[],
): Promise<Set<number>> {
  if (appointmentIds.length === 0) return new Set()
  const rows = await reader
    .select({ id: tickets.appointmentId })
    .from(tickets)
    .where(inArray(tickets.appointmentId, [...appointmentIds]))
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}
