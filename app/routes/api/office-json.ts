import type { z } from 'zod'
import type { Office } from '#app/domain/geography/office.ts'
import type { OfficeDayHours, OpenState } from '#app/domain/offices/open-state.ts'
import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import type { OfficeTime } from '#app/use-cases/earliest-times.server.ts'
import { openStateOf } from '#app/use-cases/office-hours.server.ts'
import { servicesAt } from '#app/use-cases/services-at.server.ts'
import { placeRules } from '#app/use-cases/place-rules.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { QueueWait } from '#app/use-cases/queue-waits.server.ts'
import { seasonMonths } from '#app/use-cases/season-months.server.ts'
import type * as Schemas from './open-data-schemas.ts'

/** An office as the open data has it. */
export function officeJson(
  portal: Portal,
  { office, distanceKm, earliest }: OfficeTime,
  queue: QueueWait | null,
): z.infer<typeof Schemas.Office> {
  const { districts, municipalities } = portal.catalogue
  const district = districts.get(office.districtId)
  const municipality = municipalities.get(office.municipalityNumber)
  const { address: street, postalCode, postalPlace, latitude, longitude, season } = office
  return {
    ...officeNameJson(office),
    district: district ? { id: office.districtId, name: district.nameNb } : null,
    municipality: municipality
      ? { number: municipality.number, name: municipality.name, names: [...municipality.names] }
      : null,
    address: street === null ? null : { street, postalCode, postalPlace },
    position: { latitude, longitude, basis: office.positionBasis },
    phone: office.phone,
    services: servicesAt(portal, office),
    openMonths: season === null ? null : [...seasonMonths(portal)[season]],
    isWithoutRoad: placeRules(portal).withoutRoad.includes(office.municipalityNumber),
    hoursBasis: office.hoursBasis,
    openNow: openNowJson(openStateOf(portal, office)),
    earliest: momentJson(earliest),
    queue,
    distanceKm: roundedKm(distanceKm),
  }
}

export function officeNameJson({
  id,
  kind,
  name,
}: Pick<Office, 'id' | 'kind' | 'name'>): z.infer<typeof Schemas.OfficeName> {
  return { id, kind, name }
}

/** "2026-11-27T11:30:00+01:00" of a tick. */
export function momentJson(tick: number): string
export function momentJson(tick: number | null): string | null
export function momentJson(tick: number | null): string | null {
  if (tick === null) return null
  return tickToInstant(tick).toZonedDateTimeISO(OSLO).toString({ timeZoneName: 'never' })
}

export function dayHoursJson({ day, open, closed }: OfficeDayHours): z.infer<typeof Schemas.DayHours> {
  return {
    day,
    open: open.map(({ start, end }) => ({ from: clockJson(start, day), to: clockJson(end, day) })),
    closed:
      closed === null
        ? null
        : {
            kind: closed.kind,
            reason:
              closed.kind === 'holiday' ? closed.name : closed.kind === 'closure' ? closed.reason : null,
          },
  }
}

/** A straight line is no more exact than this. */
export function roundedKm(distanceKm: number): number
export function roundedKm(distanceKm: number | null): number | null
export function roundedKm(distanceKm: number | null): number | null {
  return distanceKm === null ? null : Math.round(distanceKm * 10) / 10
}

function openNowJson(state: OpenState): z.infer<typeof Schemas.Office>['openNow'] {
  switch (state.is) {
    case 'open':
      return {
        is: 'open',
        until: momentJson(state.until),
        again: state.again && { from: momentJson(state.again.start), until: momentJson(state.again.end) },
      }
    case 'closed':
      return { is: 'closed', opens: momentJson(state.opens) }
    case 'unknown':
      return state
    default:
      return state satisfies never
  }
}

/** The wall clock; the midnight that ends the day is 24:00. */
function clockJson(tick: number, day: string): string {
  const local = tickToInstant(tick).toZonedDateTimeISO(OSLO)
  if (local.toPlainDate().toString() !== day) return '24:00'
  return local.toPlainTime().toString({ smallestUnit: 'minute' })
}
