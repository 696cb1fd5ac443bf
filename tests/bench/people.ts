import type { Person } from '#app/domain/passport/person.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'

const BOTH = { document: 'passport-and-id-card-travel' } as const

/** Families of four as they come: with one guardian or two, for passports, for cards and for both. */
export const FAMILIES: readonly (readonly Person[])[] = [
  [aPerson(), aPerson(), aChild('comes-along', 'comes-along'), aChild('comes-along', 'comes-along')],
  [aPerson(), aChild(), aChild(), aChild()],
  [aPerson(BOTH), aPerson(BOTH), aChild('comes-along', 'comes-along'), aChild()],
  [
    aPerson(),
    aPerson(),
    aPerson({ ageGroup: '16-17', guardians: { first: 'comes-along', second: 'sole' } }),
    aChild('comes-along', 'has-consented'),
  ],
  [aChild(), aChild(), aChild(), aChild()],
]
