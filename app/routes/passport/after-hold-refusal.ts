import { data, redirect } from '@remix-run/node'
import type { FormErrors } from '#app/components/form/form-error.ts'
import type { HoldLimit } from '#app/components/passport/hold-limit-notice.tsx'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/i18n.ts'
import { waitWords } from '#app/i18n/wait-words.ts'
import type { Visit } from '#app/server/visits.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import type { HoldTimeAnswer } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { describeAppointment, describeHold, unknownAppointment } from '../appointments/personal-link.ts'
import { bookingPath, type BookingAnswers } from './booking-answers.ts'

/** What the picker shows again when a time could not be held; what was chosen stays chosen. */
export type HoldFailure = {
  errors: FormErrors | undefined
  /** How long to wait after too many holds, in words. */
  wait: string | null
  limit: HoldLimit | null
  chosen: number | null
}

/** The picker again, with what is wrong with what was posted. */
export function holdErrors(errors: FormErrors) {
  return data({ errors, wait: null, limit: null, chosen: null } satisfies HoldFailure, { status: 400 })
}

type Asked = {
  language: Language
  answers: BookingAnswers
  startTick: number
  idempotencyKey: string
  visit: Visit
}

/** Where a person goes on when a time could not be held. */
export async function afterHoldRefusal(
  portal: Portal,
  answer: Exclude<HoldTimeAnswer, { ok: true }>,
  { language, answers, startTick, idempotencyKey, visit }: Asked,
) {
  const chosen = startTick
  switch (answer.reason) {
    case 'slot-taken':
    case 'slot-passed':
      throw redirect(bookingPath(language, 'time', answers, { lost: String(startTick), why: answer.reason }))
    case 'too-many': {
      visit.refused = 'holds'
      const wait = waitWords(answer.retryAfterSeconds, translator(language))
      const failure: HoldFailure = { errors: undefined, wait, limit: null, chosen }
      const headers = { 'Retry-After': String(answer.retryAfterSeconds) }
      return data(failure, { status: 429, headers })
    }
    case 'holds-another': {
      const other = await findAppointment(portal, answer.secret)
      if (!other) throw unknownAppointment()
      const { moment, officeName } = describeAppointment(portal, other, language)
      const { until } = describeHold(portal, other, language)
      const limit: HoldLimit = {
        ...{ kind: 'holds-another', secret: answer.secret, time: moment.full, office: officeName, until },
        ...{ start: startTick, key: idempotencyKey },
      }
      return data({ errors: undefined, wait: null, limit, chosen } satisfies HoldFailure, { status: 409 })
    }
    case 'office-held': {
      const limit: HoldLimit = { kind: 'office-held' }
      return data({ errors: undefined, wait: null, limit, chosen } satisfies HoldFailure, { status: 409 })
    }
    case 'already-confirmed':
      throw redirect(`/${language}/appointments/${answer.secret}`)
    case 'cancelled':
    case 'too-late':
      throw redirect(`/${language}/appointments/${answers.change}`)
    case 'unknown-appointment':
      throw unknownAppointment()
    default:
      return answer satisfies never
  }
}
