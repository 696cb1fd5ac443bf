import { z } from 'zod'
import { ROLES } from '#app/domain/identity/role.ts'
import type { RoleChange } from '#app/use-cases/change-roles.server.ts'

const Form = z.strictObject({
  staff: z.coerce.number().int().positive(),
  role: z.enum(ROLES),
  unit: z.string().trim().max(100),
  then: z.enum(['give', 'take']),
})

/** What was posted to give or take a role; null for what makes no sense. */
export function roleForm(posted: FormData): RoleChange | null {
  const form = Form.safeParse(Object.fromEntries(posted)).data
  if (!form) return null
  const { staff: staffId, role, unit, then } = form
  return { staffId, grant: { role, unit }, isGiven: then === 'give' }
}
