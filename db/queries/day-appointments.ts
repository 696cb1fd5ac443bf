import type { AppointmentStatus } from '#app/domain/scheduling/appointment.ts'
import { asc, count, eq } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { areShown, type ShownAppointments } from './office-appointments.ts'

/** An appointment without a word about its people. */
export type DayAppointment = {
  id: number
  startTick: number
  status: AppointmentStatus
  reference: string | null
  people: number
}

/** The appointments of an office between two ticks that somebody may see, in their order; one query, since screens ask often. */
export async function dayAppointments(
  reader: Reader,
  tables: Tables,
  shown: ShownAppointments,
): Promise<DayAppointment[]> {
  const { appointments, appointmentPeople } = tables
  return reader
    .select({
      id: appointments.id,
      startTick: appointments.startTick,
      status: appointments.status,
      reference: appointments.reference,
      people: count(appointmentPeople.position),
    })
    .from(appointments)
    .leftJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(areShown(tables, reader, shown))
    .groupBy(appointments.id, appointments.startTick, appointments.status, appointments.reference)
    .orderBy(asc(appointments.startTick), asc(appointments.id))
}
