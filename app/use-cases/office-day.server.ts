import { findAppointmentByReference } from '#db/queries/office-appointments.ts'
import { isWithin, type Scope } from '#app/domain/identity/permission.ts'
import type { AuditReason } from '#app/domain/audit/audit-action.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { appendAudit } from './append-audit.server.ts'
import { cancelAppointment } from './cancel-appointment.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import type { Portal } from './portal.server.ts'

/** Who acts, as the audit knows them, and where they may. */
export type Acting = { member: StaffMember; scope: Scope }

/** The offices that somebody may look at, by name. */
export function officesWithin({ catalogue }: Pick<Portal, 'catalogue'>, scope: Scope): Office[] {
  return [...catalogue.offices.values()]
    .filter((office) => isWithin(scope, office))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}

/** Those of them that have counters: the others have no queue. */
export function officesWithCounters(portal: Pick<Portal, 'catalogue'>, scope: Scope): Office[] {
  return officesWithin(portal, scope).filter(({ id }) => portal.catalogue.resourcesOf(id).length > 0)
}

/** The office of the appointment of a reference, of which nothing else is read; null for one outside of the scope. */
export async function officeOfReference(
  { engine }: Pick<Portal, 'engine'>,
  { scope }: Pick<Acting, 'scope'>,
  reference: string,
): Promise<string | null> {
  const found = await findAppointmentByReference(engine.read, engine.tables, { reference, scope })
  return found?.officeId ?? null
}

/**
 * The appointment of a reference with everything in it, for somebody who has said why. That it was read is written down
 * before it is shown. Null for one that is not there or not theirs to see: which of the two is not told.
 */
export async function readAppointmentFor(
  portal: Portal,
  { member, scope }: Acting,
  { reference, reason }: { reference: string; reason: AuditReason },
): Promise<Appointment | null> {
  const { engine } = portal
  return engine.write(async (tx) => {
    const appointment = await findAppointmentByReference(tx, engine.tables, { reference, scope })
    if (!appointment) return null
    await appendAudit(tx, portal, {
      ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), reason },
      ...{ action: 'appointment-read', object: { kind: 'appointment', id: appointment.id } },
      scope: appointment.officeId,
    })
    return appointment
  })
}

/** Cancels an appointment for the person who asked for it, within the scope; it is written down in the same write. */
export async function cancelFor(
  portal: Portal,
  { member, scope }: Acting,
  { reference, reason }: { reference: string; reason: AuditReason },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-appointment' | 'too-late' | 'merged' }> {
  const { engine, links } = portal
  const appointment = await findAppointmentByReference(engine.read, engine.tables, { reference, scope })
  if (!appointment) return { ok: false, reason: 'unknown-appointment' }
  return cancelAppointment(portal, links.secretOf(appointment.idempotencyKey), {
    alsoInTheWrite: (tx) =>
      appendAudit(tx, portal, {
        ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), reason },
        ...{ action: 'appointment-cancelled-for', object: { kind: 'appointment', id: appointment.id } },
        scope: appointment.officeId,
      }),
  })
}

/** What somebody is, for the audit: their roles, joined. */
export function rolesOf({ grants }: Pick<StaffMember, 'grants'>): string {
  return [...new Set(grants.map(({ role }) => role))].sort().join('+')
}
