import { z } from 'zod'
import { AUDIT_REASONS } from '#app/domain/audit/audit-action.ts'
import { Email, Mobile } from '../passport/contact-form.ts'

/** For whom limits are lifted, and why. */
export const LiftForm = z
  .object({ email: Email, mobile: Mobile, reason: z.enum(AUDIT_REASONS, 'validation:reason.required') })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:lost.required',
    when: () => true,
  })

/** What was posted, as it was typed. */
export function liftValues(posted: FormData) {
  const text = (name: string) => String(posted.get(name) ?? '')
  return { email: text('email').trim(), mobile: text('mobile'), reason: text('reason') }
}
