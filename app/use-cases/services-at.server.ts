import type { Office } from '#app/domain/geography/office.ts'
import { givenAt } from '#app/domain/offices/office-fit.ts'
import { OFFICE_SERVICES, type Given, type OfficeService } from '#app/domain/offices/place-rules.ts'
import { placeRules } from './place-rules.server.ts'
import type { Portal } from './portal.server.ts'

/** Which services an office gives, as far as that is known. */
export function servicesAt(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  office: Pick<Office, 'kind' | 'passport'>,
): { service: OfficeService; given: Given }[] {
  const rules = placeRules(portal)
  return OFFICE_SERVICES.map((service) => ({ service, given: givenAt(office, service, rules) }))
}
