import type { Office } from '#app/domain/geography/office.ts'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Place } from '#app/domain/geography/find-place.ts'
import type { ServiceRule } from '#app/domain/rules/rule.ts'
import { max, ne } from 'drizzle-orm'
import type { Engine } from '../engine.ts'

export type WeeklyOpening = {
  resourceId: number
  weekday: number
  opens: string
  closes: string
  validFrom: string
  validTo: string | null
}
export type DatedOpening = { resourceId: number; day: string; opens: string; closes: string }
export type Resource = { id: number; officeId: string; number: number }

export async function allOffices({ read, tables }: Engine): Promise<Office[]> {
  return read.select().from(tables.offices).orderBy(tables.offices.id)
}

export async function allResources({ read, tables }: Engine): Promise<Resource[]> {
  return read.select().from(tables.resources).orderBy(tables.resources.id)
}

export async function allOpenings({ read, tables }: Engine): Promise<WeeklyOpening[]> {
  return read.select().from(tables.openings)
}

export async function allDatedOpenings({ read, tables }: Engine): Promise<DatedOpening[]> {
  return read.select().from(tables.datedOpenings)
}

export type Closure = { officeId: string; day: string; reason: string }

export async function allClosures({ read, tables }: Engine): Promise<Closure[]> {
  return read.select().from(tables.closures)
}

export async function allServiceRules({ read, tables }: Engine): Promise<ServiceRule[]> {
  return read.select().from(tables.serviceRules).orderBy(tables.serviceRules.id)
}

export async function allDistricts({ read, tables }: Engine) {
  return read.select().from(tables.districts)
}

export async function allMunicipalities({ read, tables }: Engine): Promise<Municipality[]> {
  return read.select().from(tables.municipalities).orderBy(tables.municipalities.number)
}

/** The number of the newest complete filling of the database; null when it has not been filled. */
export async function newestSeeding({ read, tables }: Engine): Promise<number | null> {
  const [row] = await read.select({ newest: max(tables.seedings.id) }).from(tables.seedings)
  return row?.newest ?? null
}

/** Whether a demonstration was ever written here: made-up appointments, and staff that everybody can log in as. */
export async function holdsDemonstration({ read, tables }: Engine): Promise<boolean> {
  const [row] = await read
    .select({ id: tables.seedings.id })
    .from(tables.seedings)
    .where(ne(tables.seedings.size, 'empty'))
    .limit(1)
  return row !== undefined
}

/** Everything that one can search from: municipalities, places and post codes. */
export async function allPlaces({ read, tables }: Engine): Promise<Place[]> {
  const municipalities = await read.select().from(tables.municipalities)
  const nameOf = new Map(municipalities.map(({ number, name }) => [number, name]))
  const places = await read.select().from(tables.places)
  const postalCodes = await read.select().from(tables.postalCodes)
  return [
    ...municipalities.map(({ number, name, names, latitude, longitude, population }) => ({
      id: `municipality-${number}`,
      kind: 'municipality' as const,
      name,
      names,
      municipalityNumber: number,
      municipality: name,
      latitude,
      longitude,
      size: population,
    })),
    ...places.map(({ name, municipalityNumber, latitude, longitude, postalCodes: codes }) => ({
      id: `place-${municipalityNumber}-${name}`,
      kind: 'place' as const,
      name,
      names: [name],
      municipalityNumber,
      municipality: nameOf.get(municipalityNumber) ?? '',
      latitude,
      longitude,
      size: codes,
    })),
    ...postalCodes.map(({ code, place, municipalityNumber, latitude, longitude }) => ({
      id: `post-${code}`,
      kind: 'post-code' as const,
      name: `${code} ${place}`,
      names: [code],
      municipalityNumber,
      municipality: nameOf.get(municipalityNumber) ?? '',
      latitude,
      longitude,
      size: 0,
    })),
  ]
}
