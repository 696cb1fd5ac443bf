import { REACH_OF_ROLE, type Grant, type Role } from './role.ts'

/** What a member of staff may do. A page or an action asks for one of these, never for a role. */
export const PERMISSIONS = [
  'see-appointments',
  'cancel-appointment',
  'correct-contact',
  'serve-queue',
  'manage-queue',
  'lift-limit',
  'see-undelivered',
  'resend-message',
  'see-roles',
  'change-roles',
  'see-content',
  'see-guide',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/**
 * Which role may do what, where it was given. Nobody has more than their work takes: the administrator sees to who is
 * who, not to appointments.
 */
export const ROLE_MATRIX: Record<Role, readonly Permission[]> = {
  counter: ['see-appointments', 'cancel-appointment', 'correct-contact', 'serve-queue'],
  'office-manager': [
    'see-appointments',
    'cancel-appointment',
    'correct-contact',
    'serve-queue',
    'manage-queue',
    'lift-limit',
    'see-undelivered',
    'resend-message',
    'see-roles',
  ],
  'district-manager': [
    'see-appointments',
    'cancel-appointment',
    'correct-contact',
    'serve-queue',
    'manage-queue',
    'lift-limit',
    'see-undelivered',
    'resend-message',
    'see-roles',
    'see-guide',
  ],
  'report-intake': [],
  'national-analyst': ['see-roles', 'see-content', 'see-guide'],
  administrator: [
    'see-undelivered',
    'resend-message',
    'see-roles',
    'change-roles',
    'see-content',
    'see-guide',
  ],
}

/** Where somebody may do something: everywhere, or at these offices and in these districts. */
export type Scope = { kind: 'country' } | { kind: 'units'; offices: string[]; districts: string[] }

/** Where these grants allow something; null when they don't. The answer goes into the query (security.md, threat 2). */
export function scopeOf(grants: readonly Grant[], permission: Permission): Scope | null {
  const allowing = grants.filter(({ role }) => ROLE_MATRIX[role].includes(permission))
  if (allowing.length === 0) return null
  if (allowing.some(({ role }) => REACH_OF_ROLE[role] === 'country')) return { kind: 'country' }
  const unitsOf = (reach: 'office' | 'district') =>
    allowing.filter(({ role }) => REACH_OF_ROLE[role] === reach).map(({ unit }) => unit)
  return { kind: 'units', offices: unitsOf('office'), districts: unitsOf('district') }
}

/** Whether an office lies within a scope. */
export function isWithin(scope: Scope, office: { id: string; districtId: string }): boolean {
  if (scope.kind === 'country') return true
  return scope.offices.includes(office.id) || scope.districts.includes(office.districtId)
}
