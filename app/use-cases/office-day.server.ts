import type { Tx } from '#db/engine.ts'
import { findAppointmentByReference } from '#db/queries/office-appointments.ts'
import { isWithin, type Scope } from '#app/domain/identity/permission.ts'
import type { AuditAction, AuditReason } from '#app/domain/audit/audit-action.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { appendAudit } from './append-audit.server.ts'
import { cancelAppointment } from './cancel-appointment.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import type { Portal } from './portal.server.ts'
import { restoreAppointment } from './restore-appointment.server.ts'
import type { AlsoInTheWrite } from './written-down-for.server.ts'

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
    await noteWithReason(tx, portal, member, { action: 'appointment-read', reason, appointment })
    return appointment
  })
}

type Wanted = { reference: string; reason: AuditReason }

/** Cancels an appointment for the person who asked for it, within the scope; it is written down in the same write. */
export function cancelFor(portal: Portal, acting: Acting, wanted: Wanted) {
  return withLinkOf(portal, acting, wanted, {
    action: 'appointment-cancelled-for',
    change: cancelAppointment,
  })
}

/** Undoes that it was cancelled, while its time is free; written down in the same write. */
export function restoreFor(portal: Portal, acting: Acting, wanted: Wanted) {
  return withLinkOf(portal, acting, wanted, {
    action: 'appointment-restored-for',
    change: restoreAppointment,
  })
}

/** Does what the person could do with their link. */
async function withLinkOf<Answer>(
  portal: Portal,
  { member, scope }: Acting,
  { reference, reason }: Wanted,
  {
    action,
    change,
  }: {
    action: AuditAction
    change: (portal: Portal, secret: string, also: AlsoInTheWrite) => Promise<Answer>
  },
): Promise<Answer | { ok: false; reason: 'unknown-appointment' }> {
  const { engine, links } = portal
  const appointment = await findAppointmentByReference(engine.read, engine.tables, { reference, scope })
  if (!appointment) return { ok: false, reason: 'unknown-appointment' }
  return change(portal, links.secretOf(appointment.idempotencyKey), {
    alsoInTheWrite: (tx) => noteWithReason(tx, portal, member, { action, reason, appointment }),
  })
}

/** Writes down what was done with an appointment, and why. */
export function noteWithReason(
  tx: Tx,
  portal: Portal,
  member: StaffMember,
  {
    action,
    reason,
    appointment: { id, officeId },
  }: { action: AuditAction; reason: AuditReason; appointment: Pick<Appointment, 'id' | 'officeId'> },
): Promise<void> {
  return appendAudit(tx, portal, {
    ...{ actor: { kind: 'staff', id: member.id }, actorRole: rolesOf(member), reason },
    ...{ action, object: { kind: 'appointment', id }, scope: officeId },
  })
}

/** What somebody is, for the audit: their roles, joined. */
export function rolesOf({ grants }: Pick<StaffMember, 'grants'>): string {
  return [...new Set(grants.map(({ role }) => role))].sort().join('+')
}
