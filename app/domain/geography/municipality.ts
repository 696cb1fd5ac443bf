import type { Point } from './distance.ts'

/** A municipality at the point of its centre; Svalbard and Jan Mayen are among them, since people live there. */
export type Municipality = Point & {
  number: string
  /** All official names: "Kárášjohka – Karasjok". */
  name: string
  names: readonly string[]
  districtId: string
  population: number
}
