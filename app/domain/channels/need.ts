/** What it may be about, the danger first; each has a title in the texts and a decision table. */
export const NEEDS = [
  'emergency',
  'theft',
  'vandalism',
  'fraud',
  'id-theft',
  'lost-property',
  'business',
  'report',
  'case',
  'passport',
  'passport-lost',
  'appointment',
  'bus',
  'office',
  'queue',
  'violence',
  'close',
  'sexual-offence',
  'extortion',
  'hate-crime',
  'child',
  'victim-help',
  'missing',
  'disturbance',
  'traffic',
  'tip',
  'concern',
  'online-patrol',
  'certificate',
  'firearms',
  'access',
  'letters',
  'specialist',
  'contact',
  'feedback',
  'immigration',
  'civil',
  'figures',
  'other',
] as const
export type NeedId = (typeof NEEDS)[number]

/** The headings that needs are listed under. */
export const NEED_GROUPS = ['crime', 'safety', 'passport', 'papers', 'meet', 'other'] as const
export type NeedGroup = (typeof NEED_GROUPS)[number]

export type Need = {
  id: NeedId
  group: NeedGroup
  /** The rows of the 18 services that it belongs to. */
  services: readonly number[]
  /** Nobody else may see it: no address, no title and no history names it. */
  isSensitive: boolean
}

export function isNeed(text: string | undefined | null): text is NeedId {
  return NEEDS.some((need) => need === text)
}
