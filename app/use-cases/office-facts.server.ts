import { distanceKm } from '#app/domain/geography/distance.ts'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { OfficeDayHours, OpenState } from '#app/domain/offices/open-state.ts'
import type { Given, OfficeService } from '#app/domain/offices/place-rules.ts'
import { byDistance } from './by-distance.ts'
import type { OfficeTime } from './earliest-times.server.ts'
import { earliestOfOne } from './find-offices.server.ts'
import { nearestStationByMunicipality } from './nearest-stations.server.ts'
import { officeHours, officeWeek, openStateOf } from './office-hours.server.ts'
import { placeRules } from './place-rules.server.ts'
import { placesToMeet } from './places-to-meet.server.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { queueOpening } from './queue-state.server.ts'
import { queueWaitNow } from './queue-wait-now.server.ts'
import type { QueueWait } from './queue-waits.server.ts'
import { servicesAt } from './services-at.server.ts'

/** How many other places near by are told of. */
const MOST_AROUND = 5

/** Everything that is known of one place where one can meet the police. */
export type OfficeFacts = {
  office: Office
  municipality: Municipality | null
  district: { id: string; nameNb: string; nameNn: string; isPolice: boolean } | null
  state: OpenState
  /** Today and the six days after it. */
  week: readonly OfficeDayHours[]
  services: { service: OfficeService; given: Given }[]
  /** The earliest passport time of one adult, as a tick. */
  earliest: number | null
  queue: QueueWait | null
  /** One may take a ticket now, or say that one has come. */
  isQueueOpen: boolean
  /** Municipalities that have no place of their district nearer than this, the nearest first. */
  nearestFor: { municipality: Municipality; distanceKm: number }[]
  /** The nearest other places. */
  around: OfficeTime[]
  /** Days on which the bus is here, 'YYYY-MM-DD', as far as times can be booked. */
  busDays: readonly OfficeDayHours[]
  /** Without a ferry there is no road to it. */
  isWithoutRoad: boolean
}

/** What is known of a place; null for one that is not there. */
export async function officeFacts(portal: Portal, officeId: string): Promise<OfficeFacts | null> {
  const { catalogue, availability } = portal
  const office = placesToMeet(portal).get(officeId)
  if (!office) return null
  await availability.freshen()
  const rules = placeRules(portal)
  const district = catalogue.districts.get(office.districtId)
  return {
    office,
    municipality: catalogue.municipalities.get(office.municipalityNumber) ?? null,
    district: district ? { id: office.districtId, ...district } : null,
    state: openStateOf(portal, office),
    week: officeWeek(portal, office.id),
    services: servicesAt(portal, office),
    earliest: earliestOfOne(portal)(office),
    queue: await queueWaitNow(portal, office.id),
    isQueueOpen: catalogue.resourcesOf(office.id).length > 0 && queueOpening(portal, office.id).isOpen,
    nearestFor: municipalitiesOf(portal, office.id),
    around: around(portal, office),
    busDays: office.bus === null ? [] : busDaysOf(portal, office.id),
    isWithoutRoad: rules.withoutRoad.includes(office.municipalityNumber),
  }
}

function municipalitiesOf(portal: Portal, officeId: string): OfficeFacts['nearestFor'] {
  return [...nearestStationByMunicipality(portal)]
    .flatMap(([number, nearest]) => {
      const municipality = portal.catalogue.municipalities.get(number)
      return municipality && nearest.officeId === officeId
        ? [{ municipality, distanceKm: nearest.distanceKm }]
        : []
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
}

function around(portal: Portal, here: Office): OfficeTime[] {
  const timeOf = earliestOfOne(portal)
  return [...placesToMeet(portal).values()]
    .filter(({ id }) => id !== here.id)
    .map((office) => ({ office, distanceKm: distanceKm(here, office) }))
    .sort(byDistance)
    .slice(0, MOST_AROUND)
    .map((row) => ({ ...row, earliest: timeOf(row.office) }))
}

function busDaysOf(portal: Portal, officeId: string): OfficeDayHours[] {
  const days = portal.availability.days().length
  return officeHours(portal, { officeId, from: todayOf(portal.clock), days }).filter(
    ({ open }) => open.length > 0,
  )
}
