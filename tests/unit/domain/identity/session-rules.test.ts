import assert from 'node:assert/strict'
import test from 'node:test'
import { canBeProlonged, sessionEnd, sessionRulesOn } from '#app/domain/identity/session-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const citizen = sessionRulesOn(deliveredRules(), TODAY, 'citizen')
const MINUTE = 60

test('a citizen is logged out after half an hour of nothing and two hours of anything', () => {
  assert.deepEqual(citizen, {
    idleSeconds: 30 * MINUTE,
    longestSeconds: 120 * MINUTE,
    warningSeconds: 5 * MINUTE,
  })
  assert.equal(sessionEnd({ startedAt: 0, seenAt: 0 }, citizen), 30 * MINUTE)
  assert.equal(sessionEnd({ startedAt: 0, seenAt: 89 * MINUTE }, citizen), 119 * MINUTE)
  assert.equal(sessionEnd({ startedAt: 0, seenAt: 110 * MINUTE }, citizen), 120 * MINUTE)
})

test('using the page makes it longer until the end that nothing moves', () => {
  assert.equal(canBeProlonged({ startedAt: 0, seenAt: 89 * MINUTE }, citizen), true)
  assert.equal(canBeProlonged({ startedAt: 0, seenAt: 90 * MINUTE }, citizen), false)
})

test('staff are logged in for a shift', () => {
  const staff = sessionRulesOn(deliveredRules(), TODAY, 'staff')
  assert.equal(staff.longestSeconds, 600 * MINUTE)
})

test('without its rule nobody is logged in: the start says which is missing', () => {
  const rules = deliveredRules().filter(({ attribute }) => attribute !== 'session-idle')
  assert.throws(() => sessionRulesOn(rules, TODAY, 'staff'), /staff, session-idle/)
})
