import type { Grant } from '#app/domain/identity/role.ts'
import type { Scope } from '#app/domain/identity/permission.ts'
import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** A member of staff with what they are now. */
export type StaffMember = { id: number; name: string; isActive: boolean; grants: Grant[] }

export async function findStaffBySubject(
  reader: Reader,
  tables: Tables,
  subject: string,
): Promise<StaffMember | null> {
  const { staff } = tables
  const [row] = await reader.select().from(staff).where(eq(staff.subject, subject))
  return row ? withGrants(reader, tables, row) : null
}

export async function findStaffById(reader: Reader, tables: Tables, id: number): Promise<StaffMember | null> {
  const { staff } = tables
  const [row] = await reader.select().from(staff).where(eq(staff.id, id))
  return row ? withGrants(reader, tables, row) : null
}

/**
 * Everybody who works here, by name. Within some units: those who are something there, with what they are there; what
 * they are elsewhere is not told (security.md, threat 2).
 */
export async function allStaff(
  reader: Reader,
  tables: Tables,
  scope: Scope = { kind: 'country' },
): Promise<StaffMember[]> {
  const { staff, staffRoles } = tables
  const granted = await reader
    .select()
    .from(staffRoles)
    .where(unitsWithin(tables, reader, scope))
  const roles = Map.groupBy(granted, ({ staffId }) => staffId)
  const rows = await reader.select().from(staff).orderBy(asc(staff.name), asc(staff.id))
  return rows
    .filter(({ id }) => scope.kind === 'country' || roles.has(id))
    .map(({ id, name, isActive }) => ({
      ...{ id, name, isActive },
      grants: (roles.get(id) ?? []).map(({ role, unit }) => ({ role, unit })),
    }))
}

function unitsWithin({ staffRoles, offices }: Tables, reader: Reader, scope: Scope): SQL | undefined {
  if (scope.kind === 'country') return undefined
  const inDistricts = reader
    .select({ id: offices.id })
    .from(offices)
    .where(inArray(offices.districtId, scope.districts))
  return or(
    inArray(staffRoles.unit, [...scope.offices, ...scope.districts]),
    inArray(staffRoles.unit, inDistricts),
  )
}

async function withGrants(
  reader: Reader,
  { staffRoles }: Tables,
  { id, name, isActive }: Tables['staff']['$inferSelect'],
): Promise<StaffMember> {
  const grants = await reader
    .select({ role: staffRoles.role, unit: staffRoles.unit })
    .from(staffRoles)
    .where(eq(staffRoles.staffId, id))
    .orderBy(asc(staffRoles.role), asc(staffRoles.unit))
  return { id, name, isActive, grants }
}

export async function insertStaff(
  tx: Tx,
  { staff }: Tables,
  member: { subject: string; name: string },
): Promise<number> {
  const [row] = await tx
    .insert(staff)
    .values({ ...member, isActive: true })
    .returning({ id: staff.id })
  if (!row) throw new Error('An inserted member of staff must come back')
  return row.id
}

/** Gives a role; one that somebody has already stays. Answers whether it is new. */
export async function insertGrant(
  tx: Tx,
  { staffRoles }: Tables,
  staffId: number,
  grant: Grant,
): Promise<boolean> {
  const given = await tx
    .insert(staffRoles)
    .values({ staffId, ...grant })
    .onConflictDoNothing()
    .returning({ staffId: staffRoles.staffId })
  return given.length > 0
}

/** Takes a role away; answers whether there was one. */
export async function deleteGrant(
  tx: Tx,
  { staffRoles }: Tables,
  staffId: number,
  { role, unit }: Grant,
): Promise<boolean> {
  const taken = await tx
    .delete(staffRoles)
    .where(and(eq(staffRoles.staffId, staffId), eq(staffRoles.role, role), eq(staffRoles.unit, unit)))
    .returning({ staffId: staffRoles.staffId })
  return taken.length > 0
}

/** What these members of staff are called, by id. */
export async function staffNames(
  reader: Reader,
  { staff }: Tables,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
