import assert from 'node:assert/strict'
import test from 'node:test'
import { kioskRulesOn } from '#app/domain/queue/kiosk-rules.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'

const DAY = Temporal.PlainDate.from('2026-11-24')
const rules = deliveredRules()

function withWarning(seconds: string) {
  return rules.map((rule) => (rule.attribute === 'kiosk-warning' ? { ...rule, value: seconds } : rule))
}

test('a kiosk warns for at least 20 seconds before it begins anew', () => {
  const { resetSeconds, warningSeconds } = kioskRulesOn(rules, DAY)
  assert.ok(warningSeconds >= 20 && resetSeconds >= 2 * warningSeconds)
  assert.throws(() => kioskRulesOn(withWarning('19'), DAY), /20 seconds/)
})

test('a rule that is missing, makes no sense, or would warn from the start on is found out', () => {
  assert.throws(() => kioskRulesOn([], DAY), /kiosk-reset/)
  assert.throws(() => kioskRulesOn(withWarning('soon'), DAY), /kiosk-warning/)
  assert.throws(() => kioskRulesOn(withWarning('75'), DAY), /not at once/)
})
