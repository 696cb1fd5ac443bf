import { foldName } from '#app/domain/geography/find-place.ts'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import type { Portal } from './portal.server.ts'

/**
 * The municipalities that a part of an address means: its number, or any of its names as they are written in
 * addresses. Two have the same name now and then (Herøy, Våler).
 */
export function findMunicipality({ catalogue }: Pick<Portal, 'catalogue'>, part: string): Municipality[] {
  const byNumber = catalogue.municipalities.get(part)
  if (byNumber) return [byNumber]
  const folded = foldName(part)
  if (folded === '') return []
  return [...catalogue.municipalities.values()].filter(({ name, names }) =>
    [name, ...names].some((one) => foldName(one) === folded),
  )
}
