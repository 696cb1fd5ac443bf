import type { Fact } from '../rules/rule.ts'
import type { PassportRules } from './passport-rules.ts'
import { agesOf, singleDocuments, type Person } from './person.ts'
import { stayMinutes } from './stay-length.ts'

/** What has to be brought: the old passport always; the others for those under 18 (domain.md §4). */
export type ThingToBring = 'old-passport' | 'guardian-identification' | 'proof-of-responsibility'

/** What one person needs to know before the appointment. */
export type WhatItTakes = {
  documents: { document: 'passport' | 'id-card'; fee: Fact; validityYears: Fact }[]
  /** The sum of the fees; null when one of them is not known. */
  totalFee: Fact
  minutes: number
  /** `both-guardians`: both must consent in person; `none`: the person decides alone. */
  consent: 'none' | 'both-guardians'
  /** True when one guardian has to come along to the counter. */
  guardianComesAlong: boolean
  bring: ThingToBring[]
}

/**
 * What it takes for one person. Source: domain.md §4 (politiet.no, consent and checklist): under 18 both guardians
 * consent and one comes along; from 13 an ID card without the right to travel needs neither.
 */
export function whatItTakes(person: Person, rules: PassportRules): WhatItTakes {
  const { youngest } = agesOf(person.ageGroup)
  const ofAge = youngest >= 18
  const decidesAlone = ofAge || (person.document === 'id-card-no-travel' && youngest >= 13)
  const documents = singleDocuments(person.document).map((document) => ({
    document,
    fee: rules.fee(document, person.ageGroup),
    validityYears: rules.validityYears(document, person.ageGroup),
  }))
  return {
    documents,
    totalFee: sumOf(documents.map(({ fee }) => fee)),
    minutes: stayMinutes(person, rules),
    consent: decidesAlone ? 'none' : 'both-guardians',
    guardianComesAlong: !decidesAlone,
    bring: decidesAlone
      ? ['old-passport']
      : ['old-passport', 'guardian-identification', 'proof-of-responsibility'],
  }
}

/** The sum is as unsure as its least sure part, and unknown when a part is. */
function sumOf(fees: Fact[]): Fact {
  if (fees.some((fee) => fee.value === null)) return { value: null, confidence: 'unknown' }
  const unsure = fees.find((fee) => fee.confidence !== 'documented')
  return {
    value: fees.reduce((sum, fee) => sum + (fee.value ?? 0), 0),
    confidence: unsure?.confidence ?? 'documented',
  }
}
