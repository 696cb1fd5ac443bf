/** What a member of staff can be. Each counts where it was given: at an office, in a district, or in the whole country. */
export const ROLES = [
  'counter',
  'office-manager',
  'district-manager',
  'report-intake',
  'national-analyst',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** How far a role reaches. */
export const REACHES = ['office', 'district', 'country'] as const
export type Reach = (typeof REACHES)[number]

/** How far each role reaches: where one is given, a unit of this kind must be named. */
export const REACH_OF_ROLE: Record<Role, Reach> = {
  counter: 'office',
  'office-manager': 'office',
  'district-manager': 'district',
  'report-intake': 'district',
  'national-analyst': 'country',
  administrator: 'country',
}

/** A role that somebody has. `unit`: the id of an office or a district; '' where the role is for the whole country. */
export type Grant = { role: Role; unit: string }
