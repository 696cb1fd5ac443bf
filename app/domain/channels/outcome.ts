import type { ChannelId } from './channel.ts'

/** Where the guide ends. */
export const OUTCOMES = [
  'call-112',
  'call-02800',
  'call-at-once',
  'talk-violence',
  'talk-close',
  'talk-quietly',
  'assault-centre',
  'talk-sexual',
  'talk-extortion',
  'talk-hate',
  'talk-child',
  'talk-child-self',
  'victim-help',
  'report-online',
  'report-at-office',
  'report-hidden',
  'report-under-18',
  'fraud-now',
  'bank-now',
  'hand-in',
  'passport-book',
  'passport-child',
  'passport-family',
  'passport-emergency',
  'passport-lost',
  'passport-lost-abroad',
  'passport-foreign',
  'my-appointment',
  'bus',
  'office',
  'queue',
  'case-call-back',
  'case-without-number',
  'access',
  'certificate',
  'certificate-first',
  'firearms',
  'letters',
  'tip',
  'concern-child',
  'concern',
  'online-patrol',
  'feedback',
  'complaint',
  'event',
  'immigration',
  'civil',
  'specialist',
  'contact',
  'figures',
] as const
export type OutcomeId = (typeof OUTCOMES)[number]

/** Where nothing is counted: who ends here must call 112 (domain.md §3: nothing is stored). */
export const EMERGENCIES: readonly OutcomeId[] = ['call-112', 'fraud-now']

/** The reasons that a rule can give, each a sentence in the texts. */
export const REASONS = [
  'danger',
  'violence',
  'traces',
  'vehicle',
  'under-18',
  'hidden-address',
  'abroad',
  'known',
  'not-listed',
  'all-hold',
  'business',
  'money-now',
  'fraud',
  'id-theft',
  'vandalism',
  'lost',
  'found',
  'document-stolen',
  'close',
  'close-quiet',
  'sexual-days',
  'sexual-earlier',
  'extortion',
  'hate',
  'child',
  'child-self',
  'help',
  'missing',
  'disturbance',
  'traffic',
  'other',
  'any-office',
  'child-consent',
  'family-times',
  'emergency-passport',
  'lost-document',
  'travel-soon',
  'lost-abroad',
  'foreign-document',
  'has-appointment',
  'bus',
  'office',
  'queue',
  'case-number',
  'no-case-number',
  'access',
  'certificate',
  'no-confirmation',
  'hunting',
  'weapon',
  'weapon-found',
  'letters',
  'tip',
  'report-by-phone',
  'concern-child',
  'concern',
  'patrol',
  'feedback',
  'complaint',
  'event',
  'immigration',
  'civil',
  'specialist',
  'contact',
  'figures',
] as const
export type Reason = (typeof REASONS)[number]

/** What one should have at hand. */
export const BRINGS = [
  'identification',
  'serial-number',
  'receipts',
  'pictures',
  'account-numbers',
  'messages-kept',
  'old-passport',
  'case-number',
  'confirmation',
  'own-photo',
  'journey',
  'found-thing',
] as const
export type Bring = (typeof BRINGS)[number]

export type Outcome = {
  id: OutcomeId
  /** The way that fits best, and the others that work too. */
  channel: ChannelId
  others: readonly ChannelId[]
  /** How long it takes the person, in minutes, and how long the answer usually takes, in days; null: not known. */
  minutes: number | null
  handlingDays: number | null
  bring: readonly Bring[]
  /** `rules`: what the rules of passports say. */
  price: 'free' | 'rules' | 'unknown'
  /** What is worth knowing near the place that they name. */
  near: 'passport' | 'offices' | 'help' | null
  /** The page of advice to read meanwhile, by id. */
  advice: string | null
  source: string
}
