import { allStaff, deleteGrant, findStaffById, insertGrant } from '#db/queries/staff.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { REACH_OF_ROLE, type Grant } from '#app/domain/identity/role.ts'
import { appendAudit } from './append-audit.server.ts'
import type { StaffMember } from './find-staff-member.server.ts'
import { rolesOf } from './office-day.server.ts'
import type { Portal } from './portal.server.ts'

/** Those who work within a scope, with what they are there. */
export function listStaff({ engine }: Pick<Portal, 'engine'>, scope: Scope): Promise<StaffMember[]> {
  return allStaff(engine.read, engine.tables, scope)
}

export type RoleChange = { staffId: number; grant: Grant; isGiven: boolean }

/**
 * Gives or takes a role; it counts from the next request. The last administrator cannot take that from themselves:
 * nobody would be left to give it back.
 */
export async function changeRole(
  portal: Portal,
  by: StaffMember,
  { staffId, grant, isGiven }: RoleChange,
): Promise<{ ok: true } | { ok: false; reason: 'unknown-unit' | 'unknown-member' | 'last-administrator' }> {
  const { engine, catalogue } = portal
  const { tables } = engine
  if (!isUnit(catalogue, grant)) return { ok: false, reason: 'unknown-unit' }
  return engine.write(async (tx) => {
    const member = await findStaffById(tx, tables, staffId)
    if (!member) return { ok: false, reason: 'unknown-member' } as const
    if (!isGiven && grant.role === 'administrator') {
      const staff = await allStaff(tx, tables)
      const left = staff.filter(
        ({ id, isActive, grants }) =>
          id !== staffId && isActive && grants.some(({ role }) => role === 'administrator'),
      )
      if (left.length === 0) return { ok: false, reason: 'last-administrator' } as const
    }
    const change = isGiven ? insertGrant : deleteGrant
    // Pressed twice nothing more is changed, and nothing more written down.
    if (!(await change(tx, tables, staffId, grant))) return { ok: true } as const
    await appendAudit(tx, portal, {
      ...{ actor: { kind: 'staff', id: by.id }, actorRole: rolesOf(by), action: 'role-changed' },
      object: { kind: 'staff', id: staffId },
      scope: grant.unit || undefined,
    })
    return { ok: true } as const
  })
}

function isUnit({ offices, districts }: Portal['catalogue'], { role, unit }: Grant): boolean {
  switch (REACH_OF_ROLE[role]) {
    case 'office':
      return offices.has(unit)
    case 'district':
      return districts.has(unit)
    case 'country':
      return unit === ''
    default:
      return REACH_OF_ROLE[role] satisfies never
  }
}
