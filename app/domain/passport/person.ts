/** Age groups: every boundary at which validity, fee, consent or attendance changes (domain.md §4). */
export const AGE_GROUPS = ['0-4', '5-9', '10-12', '13-15', '16-17', '18+'] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]

/** What a person may apply for; an ID card is with or without the right to travel. */
export const DOCUMENTS = [
  'passport',
  'id-card-travel',
  'id-card-no-travel',
  'passport-and-id-card-travel',
  'passport-and-id-card-no-travel',
] as const
export type Document = (typeof DOCUMENTS)[number]

/** Needs that make the stay longer. */
export const NEEDS = ['accessible', 'interpreter'] as const
export type Need = (typeof NEEDS)[number]

/** One person of an appointment, as the citizen described them. */
export type Person = { ageGroup: AgeGroup; document: Document; needs: readonly Need[] }
