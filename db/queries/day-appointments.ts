import type { Scope } from '#app/domain/identity/permission.ts'
import type { AppointmentStatus } from '#app/domain/scheduling/appointment.ts'
import { and, asc, count, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { appointmentsWithin } from './office-appointments.ts'

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
  { officeId, fromTick, toTick, scope }: { officeId: string; fromTick: number; toTick: number; scope: Scope },
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
    .where(
      and(
        eq(appointments.officeId, officeId),
        appointmentsWithin(tables, reader, scope),
        gte(appointments.startTick, fromTick),
        lt(appointments.startTick, toTick),
        inArray(appointments.status, ['confirmed', 'cancelled']),
        isNotNull(appointments.confirmedAt),
      ),
    )
    .groupBy(appointments.id, appointments.startTick, appointments.status, appointments.reference)
    .orderBy(asc(appointments.startTick), asc(appointments.id))
}
