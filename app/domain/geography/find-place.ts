import type { Point } from './distance.ts'

/** A post code, a place or a municipality that one can search from. `id` is stable and fits in an address. */
export type Place = Point & {
  id: string
  kind: 'post-code' | 'place' | 'municipality'
  name: string
  municipalityNumber: string
  municipality: string
  /** All written forms that lead here. */
  names: readonly string[]
  /** A plain measure for "the better known one first". */
  size: number
}

export type PlaceAnswer =
  | { found: 'one'; place: Place }
  /** `exact` is false when the words only resemble what was typed. */
  | { found: 'several'; places: Place[]; exact: boolean }
  | { found: 'none'; reason: 'empty' | 'half-post-code' | 'unknown-post-code' | 'unknown-place' }

export type PlaceIndex = {
  byId: ReadonlyMap<string, Place>
  byFoldedName: ReadonlyMap<string, readonly Place[]>
  /** Folded names in order, for search by beginning. */
  sortedNames: readonly string[]
}

/** More matches than this are not a choice any more; the person is better served by typing more. */
const MOST_MATCHES = 12

/** Letters that stripping of accents does not reach; also what people type who lack the key. */
const PLAIN: readonly [RegExp, string][] = [
  [/[øö]|oe/g, 'o'],
  [/[æä]|ae/g, 'a'],
  [/đ|ð/g, 'd'],
  [/ŧ|þ/g, 't'],
  [/ŋ/g, 'n'],
  [/aa/g, 'a'],
]

/** "Kárášjohka – Karasjok" and "tromso" lose what people leave out: case, accents, hyphens. */
export function foldName(name: string): string {
  let folded = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  for (const [letters, plain] of PLAIN) folded = folded.replace(letters, plain)
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

export function buildPlaceIndex(places: Iterable<Place>): PlaceIndex {
  const byId = new Map<string, Place>()
  const byFoldedName = new Map<string, Place[]>()
  for (const place of places) {
    byId.set(place.id, place)
    if (place.kind === 'post-code') continue
    for (const name of new Set(place.names.map(foldName))) {
      byFoldedName.set(name, [...(byFoldedName.get(name) ?? []), place])
    }
  }
  return { byId, byFoldedName, sortedNames: [...byFoldedName.keys()].sort() }
}

/** Finds what a person typed: "1337", "1337 Sandvika", "Sandvika", "tromso", "Karasjok". */
export function findPlace(index: PlaceIndex, typed: string): PlaceAnswer {
  const folded = foldName(typed)
  if (folded === '') return { found: 'none', reason: 'empty' }

  const digits = /^\d+/.exec(folded)?.[0]
  if (digits) {
    if (digits.length < 4) return { found: 'none', reason: 'half-post-code' }
    const place = index.byId.get(`post-${digits}`)
    return place ? { found: 'one', place } : { found: 'none', reason: 'unknown-post-code' }
  }

  const exact = withoutRepeats(index.byFoldedName.get(folded) ?? [])
  const meant = clearlyMeant(exact)
  if (meant) return { found: 'one', place: meant }
  if (exact.length > 0) return oneOrSeveral(exact, true)
  const beginning = suggestPlaces(index, typed, MOST_MATCHES)
  if (beginning.length > 0) return oneOrSeveral(beginning, true)
  const similar = similarPlaces(index, folded)
  if (similar.length > 0) return { found: 'several', places: similar, exact: false }
  return { found: 'none', reason: 'unknown-place' }
}

/** The other places that have a name of this one. */
export function namesakesOf(index: PlaceIndex, place: Place): Place[] {
  if (place.kind === 'post-code') return []
  const same = place.names.flatMap((name) => index.byFoldedName.get(foldName(name)) ?? [])
  return withoutRepeats([place, ...same]).filter(({ id }) => id !== place.id)
}

/** From so many inhabitants or post codes on a place is a town, beside which a hamlet is not meant. */
const TOWN = { municipality: 5_000, place: 5, 'post-code': Infinity }
/** With more post codes it is no hamlet. */
const HAMLET_POST_CODES = 1

/** Of places with one name the town that nearly everybody means, if the others are hamlets. */
function clearlyMeant(places: readonly Place[]): Place | undefined {
  const isTown = ({ kind, size }: Place) => size >= TOWN[kind]
  const [town] = places.filter(isTown)
  const isClear = places.every(
    (one) => one === town || (one.kind !== 'municipality' && one.size <= HAMLET_POST_CODES),
  )
  return isClear ? town : undefined
}

/** Places whose name begins with what was typed, the best known first: help while typing. */
export function suggestPlaces(index: PlaceIndex, typed: string, most: number): Place[] {
  const folded = foldName(typed)
  if (folded === '') return []
  if (/^\d{4}/.test(folded)) {
    const place = index.byId.get(`post-${folded.slice(0, 4)}`)
    return place ? [place] : []
  }
  const places: Place[] = []
  for (let at = firstAtLeast(index.sortedNames, folded); ; at += 1) {
    const name = index.sortedNames[at]
    if (!name?.startsWith(folded)) break
    places.push(...(index.byFoldedName.get(name) ?? []))
  }
  return withoutRepeats(places).slice(0, most)
}

function oneOrSeveral(places: Place[], exact: boolean): PlaceAnswer {
  const [only] = places
  if (only && places.length === 1) return { found: 'one', place: only }
  return { found: 'several', places: places.slice(0, MOST_MATCHES), exact }
}

/** A municipality stands for the place of the same name in it, in any of its languages. The largest first. */
function withoutRepeats(places: readonly Place[]): Place[] {
  const keyOf = (place: Place, name: string) => `${place.municipalityNumber} ${foldName(name)}`
  const municipalities = places.filter(({ kind }) => kind === 'municipality')
  const names = new Set(municipalities.flatMap((one) => one.names.map((name) => keyOf(one, name))))
  const kept = new Map(municipalities.map((one) => [one.id, one]))
  for (const place of places) {
    const key = keyOf(place, place.name)
    if (place.kind !== 'municipality' && !names.has(key) && !kept.has(key)) kept.set(key, place)
  }
  return [...kept.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
}

function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** One slip in a short name, two in a long one. */
function similarPlaces(index: PlaceIndex, folded: string): Place[] {
  const allowed = folded.length >= 7 ? 2 : folded.length >= 4 ? 1 : 0
  if (allowed === 0) return []
  const close: { slips: number; place: Place }[] = []
  for (const [name, places] of index.byFoldedName) {
    if (Math.abs(name.length - folded.length) > allowed) continue
    const slips = slipsBetween(name, folded)
    if (slips <= allowed) close.push(...places.map((place) => ({ slips, place })))
  }
  const fewest = Math.min(...close.map(({ slips }) => slips))
  return withoutRepeats(close.filter(({ slips }) => slips === fewest).map(({ place }) => place)).slice(0, 5)
}

/** Letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1)
      current.push(slips)
    }
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
