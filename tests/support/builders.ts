import { buildPlaceIndex, type Place } from '#app/domain/geography/find-place.ts'
import type { Office } from '#app/domain/geography/office.ts'
import type { Guardians, Person } from '#app/domain/passport/person.ts'
import type { ServiceRule } from '#app/domain/rules/rule.ts'
import type { Appointment, Contact } from '#app/domain/scheduling/appointment.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import type { Catalogue } from '#app/use-cases/catalogue.server.ts'
import { TICK_SECONDS } from '#app/domain/time/tick.ts'

/** A country without offices. */
export function aCatalogue(some: Partial<Catalogue> = {}): Catalogue {
  return {
    offices: new Map(),
    districts: new Map(),
    municipalities: new Map(),
    resourcesOf: () => [],
    openOn: () => [],
    closedOn: () => null,
    weekdays: [],
    places: buildPlaceIndex([]),
    rules: [],
    ...some,
  }
}

export function aPerson(some: Partial<Person> = {}): Person {
  return { ageGroup: '18+', document: 'passport', needs: [], guardians: null, ...some }
}

/** A child of nine or less, with one guardian who comes along and one who has consented unless said otherwise. */
export function aChild(
  first: Guardians['first'] = 'comes-along',
  second: Guardians['second'] = 'has-consented',
) {
  return aPerson({ ageGroup: '5-9', guardians: { first, second } })
}

/** What one person needs who stays for so many ticks. */
export function aNeed(ticks: number): GroupNeed {
  return { stays: [{ ticks, attendance: 'may-accompany' }], windowTicks: 12, companions: 1 }
}

let contacts = 0

/** A contact as the contact page saves it, with the name of the only person; each with an address of their own. */
export function aSavedContact(some: Partial<Contact> = {}): { contact: Contact; names: string[] } {
  contacts += 1
  const contact = aContact({ email: `kari-${contacts}@example.org`, ...some })
  return { contact, names: [contact.name] }
}

export function aContact(some: Partial<Contact> = {}): Contact {
  return {
    name: 'Kari Nordmann',
    email: 'kari@example.org',
    mobile: null,
    address: null,
    withoutContact: false,
    messageLanguage: 'nb',
    ...some,
  }
}

export function anOffice(some: Partial<Office> = {}): Office {
  return {
    id: 'sandvika',
    kind: 'station',
    name: 'Sandvika politistasjon',
    districtId: 'oslo',
    municipalityNumber: '3201',
    address: null,
    postalCode: null,
    postalPlace: null,
    latitude: 59.89,
    longitude: 10.53,
    positionBasis: 'place',
    hoursBasis: 'source-2022',
    bus: null,
    passport: 'yes',
    season: null,
    confidence: 'high',
    phone: null,
    ...some,
  }
}

export function aPlace(some: Partial<Place> & { name: string }): Place {
  const { municipalityNumber = '0301' } = some
  return {
    id: `place-${municipalityNumber}-${some.name}`,
    kind: 'place',
    names: [some.name],
    municipalityNumber,
    municipality: 'Oslo',
    latitude: 59.9,
    longitude: 10.7,
    size: 1,
    ...some,
  }
}

/** An appointment that is held until five minutes past ten, at one counter. */
export function anAppointment(some: Partial<Appointment> = {}): Appointment {
  const startTick = tickOf('2026-11-24T09:00')
  const heldSince = Temporal.Instant.from('2026-11-23T08:55:00Z').epochMilliseconds / 1000
  return {
    id: 1,
    idempotencyKey: 'key',
    status: 'held',
    service: 'passport',
    officeId: 'sandvika',
    startTick,
    heldSince,
    expiresAt: heldSince + 600,
    changesId: null,
    confirmedAt: null,
    cancelledAt: null,
    reference: null,
    checkInCode: null,
    contact: null,
    personKey: null,
    noReminders: false,
    said: null,
    sequence: 0,
    people: [{ ...aPerson(), name: null, personKey: null, resourceId: 1, startTick, ticks: 2 }],
    ...some,
  }
}

export function aRule(some: Partial<ServiceRule> = {}): ServiceRule {
  return {
    service: 'passport',
    attribute: 'fee',
    appliesTo: 'any',
    value: '840',
    unit: 'NOK',
    validFrom: '2026-01-01',
    validTo: null,
    confidence: 'documented',
    source: 'test',
    ...some,
  }
}

/** The tick of a wall clock in Norway: `tickOf('2026-11-24T09:00')`. */
export function tickOf(wallClock: string): number {
  const moment = Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Oslo', {
    disambiguation: 'reject',
  })
  return moment.epochMilliseconds / 1000 / TICK_SECONDS
}
