import { redirect } from '@remix-run/node'
import type { Person } from '#app/domain/passport/person.ts'
import type { GroupNeed, Seat } from '#app/domain/scheduling/group-times.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { bookingPath } from './booking-answers.ts'
import { openQuestion, readAnswers } from './booking-steps.server.ts'
import { writePerson } from './person-parameter.ts'

/** The answers that this step needs; a step that was skipped is shown instead. */
export function bookedOffice(portal: Portal, url: URL, language: string) {
  const answers = readAnswers(portal, url)
  const open = openQuestion(answers)
  if (open) throw redirect(bookingPath(language, open, answers))
  const office = portal.catalogue.offices.get(answers.officeId ?? '')
  // The Governor of Svalbard issues passports, and takes no appointments here.
  if (office?.passport !== 'yes' || office.kind === 'governor') {
    throw redirect(bookingPath(language, 'office', { ...answers, officeId: null }))
  }
  return { answers, office }
}

/** True while the hold is for as many people who need as long: its time is then still what the person chose. */
export function isSameGroup(held: readonly Seat[], { stays }: GroupNeed): boolean {
  return held.length === stays.length && held.every(({ ticks }, index) => ticks === stays[index]?.ticks)
}

/** The same people, as far as anybody can tell without names. */
export function isAlike(some: readonly Person[], others: readonly Person[]): boolean {
  return some.map(writePerson).join() === others.map(writePerson).join()
}
