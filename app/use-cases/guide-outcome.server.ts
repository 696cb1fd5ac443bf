import { hoursNow, type Channel, type ChannelId } from '#app/domain/channels/channel.ts'
import type { Answers } from '#app/domain/channels/decision-table.ts'
import { feesFrom } from '#app/domain/channels/fee-from-answers.ts'
import { hidesAddress } from '#app/domain/channels/hides-address.ts'
import type { Outcome, OutcomeId } from '#app/domain/channels/outcome.ts'
import { peopleFrom } from '#app/domain/channels/people-from-answers.ts'
import { distanceKm, type Point } from '#app/domain/geography/distance.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import { OSLO } from '#app/domain/time/tick.ts'
import { earliestTimes, type OfficeTime } from './earliest-times.server.ts'
import { guideToday } from './guide.server.ts'
import { keptForDay } from './kept-for-day.ts'
import { passportRules, type Portal } from './portal.server.ts'
import { queueWaitsNow } from './queue-wait-now.server.ts'
import type { QueueWait } from './queue-waits.server.ts'
import { needOf } from './stay.server.ts'

/** A way, and for a phone whether it is answered now. */
export type Way = Channel & { phone: ReturnType<typeof hoursNow> | null }

/** An office near the place that was named, with its queue as it is now. */
export type NearOffice = { office: Office; distanceKm: number; queue: QueueWait | null }

export type OutcomeFacts = {
  outcome: Outcome
  /** The way that fits best. Where the portal does not have it yet, `meanwhile` is the one to take. */
  first: Way
  meanwhile: Way | null
  others: Way[]
  /** Whom a booking begins with. */
  people: Person[]
  /** What a passport may cost: several sums where it depends on the age, none where the answers do not say enough. */
  fees: FeeSum[]
  /** The earliest time within reach of the place, else in the country. */
  earliest: OfficeTime | null
  offices: NearOffice[]
  help: { districtId: string | null; childrensHouse: { name: string; distanceKm: number } | null } | null
}

const MOST_OFFICES = 3
/** Those who were not asked are taken for one of these, so that there is a time to show; not a price. */
const ONE_ADULT: Person = { ageGroup: '18+', document: 'passport', needs: [], guardians: null }

/** What the page of an outcome says: the way, what it takes and how long one waits, all as it is now. */
export async function outcomeFacts(
  portal: Portal,
  { outcome: id, answers, from: named }: { outcome: OutcomeId; answers: Answers; from: Point | null },
): Promise<OutcomeFacts> {
  const { outcomes, channels } = guideToday(portal)
  const described = outcomes.get(id)
  if (!described) throw new Error(`The outcome ${id} was checked at the start`)
  const isHidden = hidesAddress(answers)
  const from = isHidden ? null : named
  const outcome = isHidden ? { ...described, near: null } : described
  const wayOf = (channel: ChannelId): Way => {
    const found = channels.get(channel)
    if (!found) throw new Error(`The way ${channel} was checked at the start`)
    return { ...found, phone: found.kind === 'phone' ? phoneNow(portal, found) : null }
  }
  const first = wayOf(outcome.channel)
  const meanwhile = first.isHere || first.until === null ? null : wayOf(first.until)
  const others = outcome.others.filter((channel) => channel !== meanwhile?.id).map(wayOf)

  const people = peopleFrom(answers)
  const group = people.length > 0 ? people : [ONE_ADULT]
  const times =
    outcome.near === 'passport' ? await earliestTimes(portal, { need: needOf(portal, group), from }) : null
  return {
    ...{ outcome, first, meanwhile, others, people },
    fees: outcome.price === 'rules' ? feesFrom(id, answers, passportRules(portal)) : [],
    earliest: times && (times.withinReach ?? times.anywhere),
    // Who seeks help can go to one of them as well, above all who cannot talk where they are.
    offices:
      from && (outcome.near === 'offices' || outcome.near === 'help') ? await officesNear(portal, from) : [],
    help: from && outcome.near === 'help' ? helpNear(portal, from) : null,
  }
}

function phoneNow({ clock }: Portal, { hours }: Channel): ReturnType<typeof hoursNow> {
  const local = clock.now().toZonedDateTimeISO(OSLO)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return hoursNow(hours, { weekday: local.dayOfWeek, time })
}

const stations = keptForDay(({ catalogue }: Pick<Portal, 'catalogue' | 'clock'>, _key) =>
  [...catalogue.offices.values()].filter(({ kind }) => kind !== 'bus-stop'),
)

/** The nearest offices in a straight line; what the way there is like the page of the office says. */
async function officesNear(portal: Portal, from: Point): Promise<NearOffice[]> {
  const near = nearest(stations(portal, ''), from).slice(0, MOST_OFFICES)
  const queues = await queueWaitsNow(
    portal,
    near.map(({ item }) => item.id),
  )
  return near.map(({ item, distanceKm }) => ({
    ...{ office: item, distanceKm, queue: queues.get(item.id) ?? null },
  }))
}

function helpNear(portal: Portal, from: Point): OutcomeFacts['help'] {
  const { places } = portal.catalogue
  const houses = guideToday(portal).helpPlaces.flatMap(({ name, municipalityNumber }) => {
    const place = places.byId.get(`municipality-${municipalityNumber}`)
    return place ? [{ name, latitude: place.latitude, longitude: place.longitude }] : []
  })
  const [house] = nearest(houses, from)
  const [office] = nearest(stations(portal, ''), from)
  return {
    districtId: office?.item.districtId ?? null,
    childrensHouse: house ? { name: house.item.name, distanceKm: house.distanceKm } : null,
  }
}

function nearest<Item extends Point>(
  items: readonly Item[],
  from: Point,
): { item: Item; distanceKm: number }[] {
  return items
    .map((item) => ({ item, distanceKm: distanceKm(from, item) }))
    .sort((a, b) => a.distanceKm - b.distanceKm)
}
