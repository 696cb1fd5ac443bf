import assert from 'node:assert/strict'
import test from 'node:test'
import { givenAt, officeFit } from '#app/domain/offices/office-fit.ts'
import { OFFICE_SERVICES, type Given } from '#app/domain/offices/place-rules.ts'
import { anOffice } from '#tests/support/builders.ts'

const rulesThatSay = (given: Given) => ({ given: () => given })
const OPEN = { is: 'open', until: 9, again: null } as const
const CLOSED = { is: 'closed', opens: null } as const
const UNKNOWN = { is: 'unknown' } as const

test('an office that is ordered may or may not give passports; so may a service centre', () => {
  const rules = rulesThatSay('no')
  assert.equal(givenAt(anOffice({ passport: 'coming' }), 'passport', rules), 'unknown')
  assert.equal(givenAt(anOffice({ kind: 'service-centre', passport: 'no' }), 'passport', rules), 'unknown')
  assert.equal(givenAt(anOffice({ passport: 'yes' }), 'passport', rules), 'yes')
})

test('a place fits only when everything that was asked for is known to be so', () => {
  const words = { yes: 2, unknown: 1, no: 0 }
  for (const given of ['yes', 'no', 'unknown'] as const) {
    for (const state of [OPEN, CLOSED, UNKNOWN]) {
      const fit = officeFit(
        anOffice(),
        { service: 'report', openNow: true },
        { rules: rulesThatSay(given), state },
      )
      const open = state.is === 'open' ? 2 : state.is === 'unknown' ? 1 : 0
      assert.equal(fit, ['no', 'unknown', 'fits'][Math.min(words[given], open)], `${given} ${state.is}`)
    }
  }
})

test('who asks for nothing is shown every place', () => {
  for (const state of [OPEN, CLOSED, UNKNOWN]) {
    const known = { rules: rulesThatSay('no'), state }
    assert.equal(officeFit(anOffice(), { service: null, openNow: false }, known), 'fits')
  }
  assert.equal(OFFICE_SERVICES.length, 3)
})
