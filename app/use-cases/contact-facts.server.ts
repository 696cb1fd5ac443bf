import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { contactMailbox } from './contact-mailbox.server.ts'
import { nearestStationByMunicipality } from './nearest-stations.server.ts'
import { placesToMeet } from './places-to-meet.server.ts'
import type { Portal } from './portal.server.ts'

/** How one reaches the police contact of a municipality. */
export type ContactFacts = {
  district: { nameNb: string; nameNn: string; isPolice: boolean } | null
  nearest: { office: Office; distanceKm: number } | null
  serviceCentre: Office | null
  /** Whether a message can be sent from here. */
  takesMessages: boolean
}

/** The ways to the police of a municipality. */
export function contactFacts(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  { number, districtId }: Municipality,
  options: { isDemo: boolean },
): ContactFacts {
  const { catalogue } = portal
  const nearest = nearestStationByMunicipality(portal).get(number)
  const office = nearest && catalogue.offices.get(nearest.officeId)
  const district = catalogue.districts.get(districtId) ?? null
  return {
    district,
    nearest: nearest && office ? { office, distanceKm: nearest.distanceKm } : null,
    serviceCentre: placesToMeet(portal).get(`service-centre-${number}`) ?? null,
    takesMessages: district?.isPolice === true && contactMailbox(portal, districtId, options) !== null,
  }
}
