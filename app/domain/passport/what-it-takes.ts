import type { Confidence, Fact } from '../rules/rule.ts'
import { consentOf, needsConsent, type Consent } from './consent.ts'
import type { PassportRules } from './passport-rules.ts'
import { singleDocuments, type Person } from './person.ts'
import { stayMinutes } from './stay-length.ts'

/** What has to be brought: the old passport always; the others for those under 18 (domain.md §4). */
export type ThingToBring = 'old-passport' | 'guardian-identification' | 'proof-of-responsibility'

/** What one person needs to know before the appointment. */
export type WhatItTakes = {
  documents: { document: 'passport' | 'id-card'; fee: Fact; validityYears: Fact }[]
  fee: FeeSum
  minutes: number
  consent: Consent
  /** True when one guardian has to come along to the counter. */
  guardianComesAlong: boolean
  bring: ThingToBring[]
}

/** A sum of fees: what is known of it, how many fees are not known, and how sure the known part is. */
export type FeeSum = { known: number; unknown: number; confidence: Confidence }

/** What it takes for one person. */
export function whatItTakes(person: Person, rules: PassportRules): WhatItTakes {
  const consent = consentOf(person)
  const documents = singleDocuments(person.document).map((document) => ({
    document,
    fee: rules.fee(document, person.ageGroup),
    validityYears: rules.validityYears(document, person.ageGroup),
  }))
  return {
    documents,
    fee: sumOfFees(documents.map(({ fee }) => fee)),
    minutes: stayMinutes(person, rules),
    consent,
    guardianComesAlong: needsConsent(person),
    bring: thingsToBring(consent),
  }
}

function thingsToBring(consent: Consent): ThingToBring[] {
  const mayBeSole = consent.state === 'unanswered' || consent.sole
  return [
    'old-passport',
    ...(consent.state === 'not-needed' ? [] : (['guardian-identification'] as const)),
    ...(consent.state !== 'not-needed' && mayBeSole ? (['proof-of-responsibility'] as const) : []),
  ]
}

/** The sum of fees; as unsure as its least sure part. */
export function sumOfFees(fees: readonly Fact[]): FeeSum {
  const known = fees.filter(({ value }) => value !== null)
  const unsure = known.find(({ confidence }) => confidence !== 'documented')
  return {
    known: known.reduce((sum, { value }) => sum + (value ?? 0), 0),
    unknown: fees.length - known.length,
    confidence: unsure?.confidence ?? (known.length > 0 ? 'documented' : 'unknown'),
  }
}

/** What all of an appointment pay together. */
export function sumForAll(takes: readonly WhatItTakes[]): FeeSum {
  return sumOfFees(takes.flatMap(({ documents }) => documents.map(({ fee }) => fee)))
}
