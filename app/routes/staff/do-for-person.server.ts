import type { FormErrors } from '#app/components/form/form-error.ts'
import type { AuditReason } from '#app/domain/audit/audit-action.ts'
import type { Permission } from '#app/domain/identity/permission.ts'
import { correctContactFor } from '#app/use-cases/correct-contact-for.server.ts'
import { cancelFor, restoreFor, type Acting } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { ReachForm, reachValues } from './reach-form.ts'

/** What a form of the page asks for, and which permission it takes. */
export const PERMISSION_FOR = {
  see: 'see-appointments',
  arrived: 'serve-queue',
  'ask-cancel': 'see-appointments',
  cancel: 'cancel-appointment',
  restore: 'cancel-appointment',
  'ask-contact': 'see-appointments',
  contact: 'correct-contact',
} as const satisfies Record<string, Permission>

export const FOR_PERSON = [
  'see',
  'arrived',
  'ask-cancel',
  'cancel',
  'restore',
  'ask-contact',
  'contact',
] as const

type Did = {
  /** What is said of it. */
  told: 'done' | 'tooLate' | 'restored' | 'taken' | 'contactSaved' | null
  asks: 'cancel' | 'contact' | null
  values?: { email: string; mobile: string }
  errors?: FormErrors
}

const NOTHING: Did = { told: null, asks: null }

/** Does what was asked for with an appointment, or says what is to be asked first. */
export async function doForPerson(
  portal: Portal,
  acting: Acting,
  then: (typeof FOR_PERSON)[number],
  { posted, ...wanted }: { reference: string; reason: AuditReason; posted: FormData },
): Promise<Did> {
  switch (then) {
    case 'see':
    case 'arrived':
      return NOTHING
    case 'ask-cancel':
      return { ...NOTHING, asks: 'cancel' }
    case 'ask-contact':
      return { ...NOTHING, asks: 'contact' }
    case 'cancel':
      return { ...NOTHING, told: (await cancelFor(portal, acting, wanted)).ok ? 'done' : 'tooLate' }
    case 'restore':
      return { ...NOTHING, told: (await restoreFor(portal, acting, wanted)).ok ? 'restored' : 'taken' }
    case 'contact': {
      const values = reachValues(posted)
      const form = ReachForm.safeParse(values)
      if (!form.success) return { told: null, asks: 'contact', values, errors: formErrors(form.error) }
      const saved = await correctContactFor(portal, acting, { ...wanted, reach: form.data })
      return { ...NOTHING, told: saved.ok ? 'contactSaved' : 'tooLate' }
    }
    default:
      return then satisfies never
  }
}
