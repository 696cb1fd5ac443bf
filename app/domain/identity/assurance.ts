/** How surely a login tells who somebody is (domain.md §6), the weakest first. */
export const LEVELS = ['substantial', 'high'] as const
export type Level = (typeof LEVELS)[number]

/** What stands for it in `acr_values` and `acr`. */
export const ACR_OF_LEVEL: Record<Level, string> = {
  substantial: 'idporten-loa-substantial',
  high: 'idporten-loa-high',
}

export function isEnough(level: Level, wanted: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(wanted)
}
