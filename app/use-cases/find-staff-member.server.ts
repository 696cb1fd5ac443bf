import { findStaffById } from '#db/queries/staff.ts'
import { scopeOf, type Permission, type Scope } from '#app/domain/identity/permission.ts'
import type { Identity } from './identity.server.ts'

export type StaffMember = NonNullable<Awaited<ReturnType<typeof findStaffById>>>

/** The member of staff that a session belongs to, with what they are now; null for who no longer works here. */
export async function findStaffMember({ engine }: Identity, owner: string): Promise<StaffMember | null> {
  const member = await findStaffById(engine.read, engine.tables, Number(owner))
  return member?.isActive ? member : null
}

/** Where somebody may do something now; null when nowhere. */
export function scopeOfStaff(
  { member }: { member: Pick<StaffMember, 'grants'> },
  permission: Permission,
): Scope | null {
  return scopeOf(member.grants, permission)
}
