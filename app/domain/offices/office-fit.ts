import type { Office } from '../geography/office.ts'
import type { Fit } from '../scheduling/fit.ts'
import type { OpenState } from './open-state.ts'
import type { Given, OfficeService, PlaceRules } from './place-rules.ts'

/** What somebody looks for; null: any service. */
export type OfficeWish = { service: OfficeService | null; openNow: boolean }

/** Whether an office gives a service. One that is ordered may or may not have opened: that is not known. */
export function givenAt(
  { kind, passport }: Pick<Office, 'kind' | 'passport'>,
  service: OfficeService,
  { given }: Pick<PlaceRules, 'given'>,
): Given {
  if (service !== 'passport') return given(service, kind)
  if (kind === 'service-centre' || passport === 'coming') return 'unknown'
  return passport
}

/** Whether an office is what somebody looks for; `unknown` where it depends on what nobody knows. */
export function officeFit(
  office: Pick<Office, 'kind' | 'passport'>,
  wish: OfficeWish,
  known: { rules: Pick<PlaceRules, 'given'>; state: OpenState },
): Fit {
  const given = wish.service === null ? 'yes' : givenAt(office, wish.service, known.rules)
  const isOpen = wish.openNow ? known.state.is : 'open'
  if (given === 'no' || isOpen === 'closed') return 'no'
  return given === 'unknown' || isOpen === 'unknown' ? 'unknown' : 'fits'
}
