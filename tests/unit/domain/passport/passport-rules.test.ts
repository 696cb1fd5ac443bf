import assert from 'node:assert/strict'
import test from 'node:test'
import { covers, passportRulesOn } from '#app/domain/passport/passport-rules.ts'
import { AGE_GROUPS, agesOf } from '#app/domain/passport/person.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aRule } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const delivered = deliveredRules()
const rules = passportRulesOn(delivered, TODAY)

test('a passport is valid 2, 3, 5 or 10 years by age', () => {
  assert.deepEqual(
    Object.fromEntries(AGE_GROUPS.map((group) => [group, rules.validityYears('passport', group).value])),
    { '0-4': 2, '5-9': 3, '10-12': 5, '13-15': 5, '16-17': 10, '18+': 10 },
  )
})

test('an ID card is valid 5 years from 16; before, that is not known', () => {
  assert.deepEqual(
    Object.fromEntries(AGE_GROUPS.map((group) => [group, rules.validityYears('id-card', group).value])),
    { '0-4': null, '5-9': null, '10-12': null, '13-15': null, '16-17': 5, '18+': 5 },
  )
})

test('a passport costs 510 under 16 and 840 from 16, both unverified', () => {
  assert.deepEqual(
    Object.fromEntries(AGE_GROUPS.map((group) => [group, rules.fee('passport', group).value])),
    { '0-4': 510, '5-9': 510, '10-12': 510, '13-15': 510, '16-17': 840, '18+': 840 },
  )
  assert.equal(rules.fee('passport', '18+').confidence, 'unverified')
})

test('what an ID card costs is not known at any age, and never a number', () => {
  for (const group of AGE_GROUPS) {
    assert.deepEqual(rules.fee('id-card', group), { value: null, confidence: 'unknown' })
  }
})

test('an emergency passport costs 1320, unverified', () => {
  assert.deepEqual(rules.emergencyFee, { value: 1320, confidence: 'unverified' })
})

test('lengths, holds, notice, booking window and reach are those of the delivered rules', () => {
  const { minutes, bookingWindowDays, noticeMinutes, holdMinutes, longestHoldMinutes, reachKm } = rules
  assert.deepEqual(minutes, {
    passport: 10,
    idCard: 10,
    both: 15,
    accessibleExtra: 5,
    interpreterFactor: 2,
  })
  assert.deepEqual(
    [bookingWindowDays, noticeMinutes, holdMinutes, longestHoldMinutes, reachKm],
    [180, 60, 10, 30, 50],
  )
})

const required = [
  ['passport', 'duration'],
  ['id-card', 'duration'],
  ['passport-and-id-card', 'duration'],
  ['accessible-time', 'extra-duration'],
  ['interpreter', 'duration-factor'],
  ['passport', 'booking-window'],
  ['any', 'notice'],
  ['any', 'hold'],
  ['any', 'hold-longest'],
  ['any', 'reach'],
] as const
for (const [service, attribute] of required) {
  const isThis = (rule: { service: string; attribute: string }) =>
    rule.service === service && rule.attribute === attribute
  const named = { message: `No rule that holds on 2026-11-23 gives a number for ${service}, ${attribute}` }

  test(`the portal does not start without ${service}, ${attribute}, and says so`, () => {
    assert.throws(
      () =>
        passportRulesOn(
          delivered.filter((rule) => !isThis(rule)),
          TODAY,
        ),
      named,
    )
  })

  test(`the portal does not start when ${service}, ${attribute} is empty or no number`, () => {
    for (const value of ['', 'ten']) {
      const broken = delivered.map((rule) => (isThis(rule) ? { ...rule, value } : rule))
      assert.throws(() => passportRulesOn(broken, TODAY), named)
    }
  })
}

test('a fee that changes on a day holds from that day, also when it is a leap day', () => {
  const fees = [
    aRule({ attribute: 'fee', value: '840', validTo: '2028-02-29' }),
    aRule({ attribute: 'fee', value: '900', validFrom: '2028-02-29' }),
  ]
  const others = delivered.filter(({ service, attribute }) => service !== 'passport' || attribute !== 'fee')
  const feeOn = (day: string) =>
    passportRulesOn([...others, ...fees], Temporal.PlainDate.from(day)).fee('passport', '18+')
  assert.deepEqual(
    ['2028-02-28', '2028-02-29', '2028-03-01'].map((day) => feeOn(day).value),
    [840, 900, 900],
  )
})

test('a fee is not known before the first rule holds and after the last has ended', () => {
  const fees = [aRule({ attribute: 'fee', validFrom: '2026-12-01', validTo: '2026-12-31' })]
  const others = delivered.filter(({ service, attribute }) => service !== 'passport' || attribute !== 'fee')
  const feeOn = (day: string) =>
    passportRulesOn([...others, ...fees], Temporal.PlainDate.from(day)).fee('passport', '18+')
  assert.deepEqual(
    ['2026-11-30', '2026-12-01', '2026-12-31'].map((day) => feeOn(day).value),
    [null, 840, null],
  )
})

test('every age belongs to one group', () => {
  for (let age = 0; age <= 120; age += 1) {
    const groups = AGE_GROUPS.filter((group) => agesOf(group).youngest <= age && age <= agesOf(group).oldest)
    assert.equal(groups.length, 1, `age ${age}`)
  }
})

test('every age group lies wholly on one side of every age in the delivered rules', () => {
  for (const { appliesTo } of delivered.filter((rule) => rule.appliesTo.startsWith('age '))) {
    for (const age of appliesTo.match(/\d+/g)?.map(Number) ?? []) {
      const boundary = /-\d+$/.test(appliesTo) && appliesTo.endsWith(`-${age}`) ? age + 1 : age
      const split = AGE_GROUPS.filter(
        (group) =>
          agesOf(group).youngest < boundary && boundary <= agesOf(group).oldest && boundary !== Infinity,
      )
      assert.deepEqual(split, [], `${appliesTo} cuts through a group`)
    }
  }
})

test('a rule covers a group when all its ages lie in the range', () => {
  assert.equal(covers('age 10-15', '10-12'), true)
  assert.equal(covers('age 10-15', '13-15'), true)
  assert.equal(covers('age 10-14', '13-15'), false)
  assert.equal(covers('age 14-17', '13-15'), false)
})

test('"under" leaves its age out, "and over" takes it in', () => {
  assert.equal(covers('age under 16', '13-15'), true)
  assert.equal(covers('age under 15', '13-15'), false)
  assert.equal(covers('age 16 and over', '16-17'), true)
  assert.equal(covers('age 17 and over', '16-17'), false)
  assert.equal(covers('age 18 and over', '18+'), true)
  assert.equal(covers('age under 99', '18+'), false)
})

test('a rule for anybody covers every group, one that is not understood covers none', () => {
  for (const group of AGE_GROUPS) {
    assert.equal(covers('any', group), true)
    assert.equal(covers('person', group), true)
    assert.equal(covers('children', group), false)
  }
})
