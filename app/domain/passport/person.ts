/** Age groups: every boundary at which validity, fee, consent or attendance changes (domain.md §4). */
export const AGE_GROUPS = ['18+', '16-17', '13-15', '10-12', '5-9', '0-4'] as const
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

/** Where one guardian stands: comes to the counter, has been at a police office before, or has yet to consent. */
export const GUARDIAN_ANSWERS = ['comes-along', 'has-consented', 'missing'] as const
export type GuardianAnswer = (typeof GUARDIAN_ANSWERS)[number]

/** The guardians of one child; `sole`: the first has parental responsibility alone. */
export type Guardians = { first: GuardianAnswer; second: GuardianAnswer | 'sole' }

/** One person of an appointment, as the citizen described them. `guardians`: null until asked, or not needed. */
export type Person = {
  ageGroup: AgeGroup
  document: Document
  needs: readonly Need[]
  guardians: Guardians | null
}

/** As many as one appointment may have: a large family. The window for a group must be looked at before this grows. */
export const MOST_PEOPLE = 8

/** The youngest and the oldest age in a group, in whole years. */
export function agesOf(group: AgeGroup): { youngest: number; oldest: number } {
  switch (group) {
    case '0-4':
      return { youngest: 0, oldest: 4 }
    case '5-9':
      return { youngest: 5, oldest: 9 }
    case '10-12':
      return { youngest: 10, oldest: 12 }
    case '13-15':
      return { youngest: 13, oldest: 15 }
    case '16-17':
      return { youngest: 16, oldest: 17 }
    case '18+':
      return { youngest: 18, oldest: Infinity }
    default:
      return group satisfies never
  }
}

/** The single documents behind a choice: "both" is a passport and an ID card. */
export function singleDocuments(document: Document): ('passport' | 'id-card')[] {
  switch (document) {
    case 'passport':
      return ['passport']
    case 'id-card-travel':
    case 'id-card-no-travel':
      return ['id-card']
    case 'passport-and-id-card-travel':
    case 'passport-and-id-card-no-travel':
      return ['passport', 'id-card']
    default:
      return document satisfies never
  }
}
