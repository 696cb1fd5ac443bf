import type { Scope } from '#app/domain/identity/permission.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { and, eq, gte, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { findAppointmentById } from './appointments.ts'

/** Those of an office between two ticks, of which somebody with this scope may see. */
export type ShownAppointments = { officeId: string; fromTick: number; toTick: number; scope: Scope }

/** The appointment of a reference, when somebody may see it; null else, whether there is one or not. */
export async function findAppointmentByReference(
  reader: Reader,
  tables: Tables,
  { reference, scope }: { reference: string; scope: Scope },
): Promise<Appointment | null> {
  const { appointments } = tables
  const [row] = await reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.reference, reference), appointmentsWithin(tables, reader, scope)))
  return row ? findAppointmentById(reader, tables, row.id) : null
}

/** The appointment of a check-in code; null for a code that nobody has. */
export async function findAppointmentByCheckInCode(
  reader: Reader,
  tables: Tables,
  code: string,
): Promise<Appointment | null> {
  const { appointments } = tables
  const [row] = await reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(eq(appointments.checkInCode, code))
  return row ? findAppointmentById(reader, tables, row.id) : null
}

/** Which of them staff are shown: confirmed ones, and those that were confirmed and are cancelled. */
export function areShown(
  tables: Tables,
  reader: Reader,
  { officeId, fromTick, toTick, scope }: ShownAppointments,
): SQL | undefined {
  const { appointments } = tables
  return and(
    eq(appointments.officeId, officeId),
    appointmentsWithin(tables, reader, scope),
    gte(appointments.startTick, fromTick),
    lt(appointments.startTick, toTick),
    inArray(appointments.status, ['confirmed', 'cancelled']),
    isNotNull(appointments.confirmedAt),
  )
}

/** The scope as a part of the query (security.md, threat 2). */
export function appointmentsWithin(
  { appointments, offices }: Tables,
  reader: Reader,
  scope: Scope,
): SQL | undefined {
  if (scope.kind === 'country') return undefined
  const inDistricts = reader
    .select({ id: offices.id })
    .from(offices)
    .where(inArray(offices.districtId, scope.districts.length > 0 ? scope.districts : ['']))
  return or(
    inArray(appointments.officeId, scope.offices.length > 0 ? scope.offices : ['']),
    inArray(appointments.officeId, inDistricts),
  )
}
