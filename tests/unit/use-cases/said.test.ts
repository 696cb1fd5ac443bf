import assert from 'node:assert/strict'
import test from 'node:test'
import { checkGuide } from '#app/domain/channels/check-guide.ts'
import { NEEDS, type NeedId } from '#app/domain/channels/need.ts'
import { readSaid, writeSaid } from '#app/domain/channels/said.ts'
import { guideStep } from '#app/use-cases/guide-step.server.ts'
import { saidInAddress, saidOnTheWay } from '#app/use-cases/said.server.ts'
import { readGuide } from '#db/seed/channels/read-guide.ts'
import { aCatalogue } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'

const portal = { catalogue: aCatalogue(), clock: aClockAt('2026-11-24T09:00:00Z'), guideData: readGuide() }

/** Every way through the guide, to its end. */
const ways = NEEDS.flatMap((need) =>
  (checkGuide(portal.guideData, '2026-11-24').ways.get(need) ?? []).map(({ answers }) => {
    const step = guideStep(portal, need, answers)
    const word = writeSaid({ need, answers: step.way.map(([{ id }, answer]) => [id, answer]) })
    return { need, step, word }
  }),
)

function inAddress(said: string): string | null {
  return saidInAddress(portal, new URLSearchParams({ said }))
}

function said(need: NeedId, answers: Record<string, string[]>): string | null {
  return saidOnTheWay(need, guideStep(portal, need, answers))
}

test('what was said is one short word in an address, and is read back as it was, for every way of the guide', () => {
  assert.ok(ways.length > 100)
  for (const { need, step, word } of ways) {
    const search = new URLSearchParams({ said: word })
    assert.equal(String(search), `said=${word}`)
    assert.ok(word.length <= 200, word)
    assert.deepEqual(readSaid(word), { need, answers: step.way.map(([{ id }, answer]) => [id, answer]) })
  }
})

test('of a sensitive way nothing goes along, nor can it be put into an address', () => {
  const sensitive = ways.filter(({ step }) => step.isSensitive)
  assert.ok(sensitive.length > 30)
  for (const { need, step, word } of sensitive) {
    assert.equal(saidOnTheWay(need, step), null, word)
    assert.equal(inAddress(word), null, word)
  }
})

test('of danger nothing goes along, and of a way on which nothing was asked there is nothing to tell', () => {
  assert.equal(said('theft', { now: ['now'] }), null)
  assert.equal(inAddress('theft_now.now'), null)
  assert.equal(said('fraud', { now: ['now'] }), null)
  assert.equal(said('queue', {}), null)
  assert.equal(inAddress('queue'), null)
})

test('a way that ends goes along whole, with a question that was answered with nothing', () => {
  const word = said('theft', { now: ['over'], stolen: ['everyday'], circumstances: [] })
  assert.equal(word, 'theft_now.over_stolen.everyday_circumstances')
  assert.equal(inAddress(word ?? ''), word)
})

test('what was not asked on the way is left out', () => {
  assert.equal(
    inAddress('passport_age.adult_passport-who.me_document.passport'),
    'passport_document.passport_passport-who.me',
  )
})

for (const tampered of [
  '',
  'passport',
  'passport_',
  'passport_document',
  'passport_document.passport',
  'passport_document.passport.id-card_passport-who.me',
  'passport_document.visa_passport-who.me',
  'passport_document.passport_passport-who.me_color.red',
  'passport_document.passport_passport-who.me_passport-who.several',
  'passport_document.passport.passport_passport-who.me',
  'holiday_document.passport_passport-who.me',
  '__proto___document.passport',
  '<script>alert(1)</script>',
  `passport_document.passport_passport-who.me${'_age.adult'.repeat(60)}`,
]) {
  test(`what the guide would not say is nothing said: ${JSON.stringify(tampered.slice(0, 60))}`, () => {
    assert.equal(inAddress(tampered), null)
  })
}
