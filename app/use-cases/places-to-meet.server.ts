import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Office } from '#app/domain/geography/office.ts'
import { keptForDay } from './kept-for-day.ts'
import { placeRules } from './place-rules.server.ts'
import type { Portal } from './portal.server.ts'

type Places = Pick<Portal, 'catalogue' | 'clock'>

const ofDay = keptForDay((portal: Places, _key): ReadonlyMap<string, Office> => {
  const { municipalities, offices } = portal.catalogue
  const centres = placeRules(portal).serviceCentres.flatMap((number) => {
    const municipality = municipalities.get(number)
    return municipality ? [serviceCentreIn(municipality)] : []
  })
  return new Map([...offices, ...centres.map((centre) => [centre.id, centre] as const)])
})

/** Every place where one can meet the police: offices, stops of the buses, local service centres. */
export function placesToMeet(portal: Places): ReadonlyMap<string, Office> {
  return ofDay(portal, '')
}

/** All that is known of a service centre is the municipality that it is in. */
function serviceCentreIn({ number, name, districtId, latitude, longitude }: Municipality): Office {
  return {
    ...{ id: `service-centre-${number}`, kind: 'service-centre', name, districtId, latitude, longitude },
    ...{ municipalityNumber: number, positionBasis: 'place', hoursBasis: 'assumed', passport: 'no' },
    ...{ address: null, postalCode: null, postalPlace: null, bus: null, season: null, phone: null },
    confidence: 'unverified',
  }
}
