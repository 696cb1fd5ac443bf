import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isForAll } from '#app/domain/channels/channel.ts'
import { checkGuide } from '#app/domain/channels/check-guide.ts'
import { answersOnTheWay, evaluate, type Answers } from '#app/domain/channels/decision-table.ts'
import { guideOn } from '#app/domain/channels/guide.ts'
import { hidesAddress } from '#app/domain/channels/hides-address.ts'
import { NEEDS, type NeedId } from '#app/domain/channels/need.ts'
import type { OutcomeId } from '#app/domain/channels/outcome.ts'
import { QUESTIONS } from '#app/domain/channels/question.ts'
import { readGuide } from '#db/seed/channels/read-guide.ts'

// The rules of domain.md §3, held against every way through the tables and against answers made by chance.

const DAY = '2026-11-24'
const data = readGuide()
const guide = guideOn(data, DAY)
const report = checkGuide(data, DAY)

/** Every way from every need, with where it ends. */
const ways = NEEDS.flatMap((need) =>
  (report.ways.get(need) ?? []).flatMap(({ answers, verdict }) =>
    verdict.kind === 'outcome' ? [{ need, answers, ...verdict }] : [],
  ),
)

function questionOf(id: string) {
  const question = data.tables.flatMap(({ questions }) => questions).find((one) => one.id === id)
  assert.ok(question, id)
  return question
}

/** Answers to all questions at once, as somebody could put them into an address. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTIONS.map((id) => {
      const { kind, answers } = questionOf(id)
      return [
        id,
        kind === 'one' ? fc.constantFrom(...answers).map((one) => [one]) : fc.subarray([...answers]),
      ]
    }),
  ),
)

/** Whatever is answered to everything, the rule holds where it ends. `answers`: those that were asked for on the way. */
function always(holds: (end: { need: NeedId; answers: Answers; outcome: OutcomeId }) => void): void {
  fc.assert(
    fc.property(fc.constantFrom(...NEEDS), anyAnswers, (need, given) => {
      const verdict = evaluate(guide.tables, need, given)
      assert.equal(verdict.kind, 'outcome')
      const asked = answersOnTheWay(guide.tables, need, given)
      const answers = Object.fromEntries(asked.map(([{ id }, answer]) => [id, answer]))
      if (verdict.kind === 'outcome') holds({ need, answers, outcome: verdict.outcome })
    }),
    { numRuns: 3_000 },
  )
}

test('the tables have no dead row, no answers without an outcome, no circle and no way of more than four questions', () => {
  assert.deepEqual(report.problems, [])
  assert.ok(report.combinations > 500)
})

test('the median way asks no more than three questions', () => {
  const asked = ways.map(({ answers }) => Object.keys(answers).length).sort((a, b) => a - b)
  const median = asked[Math.floor(asked.length / 2)] ?? Infinity
  assert.ok(median <= 3, `${median}`)
})

/** Nothing of this happens to somebody: whether it is now would decide nothing. */
const NEVER_NOW: ReadonlySet<NeedId> = new Set([
  ...(['case', 'passport', 'appointment', 'bus', 'office', 'queue'] as const),
  ...(['lost-property', 'online-patrol', 'certificate', 'firearms', 'access', 'letters'] as const),
  ...(['contact', 'feedback', 'immigration', 'civil', 'figures', 'other'] as const),
])
/** What leads on to other needs must ask first what it is about. */
const ASKS_WHAT_FIRST: ReadonlyMap<NeedId, string> = new Map([
  ['report', 'reported'],
  ['specialist', 'topic'],
  ['passport-lost', 'how-gone'],
])

test('1: what happens now leads to 112', () => {
  for (const { answers, outcome, need } of ways) {
    if (answers.now?.includes('now') || answers.missing?.includes('urgent')) {
      assert.equal(guide.outcomes.get(outcome)?.channel, 'call-112', need)
    }
  }
  assert.equal(evaluate(guide.tables, 'emergency', {}).kind, 'outcome', 'danger asks nothing')
})

test('1: every need that can happen to somebody asks whether it is now, before anything else', () => {
  for (const { answers, need } of ways) {
    const asked = Object.keys(answers)
    if (need === 'emergency' || NEVER_NOW.has(need)) continue
    const what = ASKS_WHAT_FIRST.get(need)
    if (what !== undefined) assert.equal(asked.shift(), what)
    // A talk about something else than violence or fraud is no haste, and nobody took what was lost.
    if (answers.topic?.includes('topic-other') || answers['how-gone']?.includes('was-lost')) continue
    assert.equal(asked[0], need === 'missing' ? 'missing' : 'now', need)
  }
})

test('2: a sexual offence never leads to a form, and in the first days to an assault centre', () => {
  always(({ need, answers, outcome }) => {
    if (need !== 'sexual-offence') return
    assert.notEqual(outcome, 'report-online')
    if (answers.now?.includes('over') && answers.when?.includes('days'))
      assert.equal(outcome, 'assault-centre')
  })
})

test('3 and 4: no combination with violence, threats or somebody close leads to an online report', () => {
  always(({ need, answers, outcome }) => {
    if (outcome !== 'report-online') return
    assert.ok(!Object.values(answers).flat().includes('threat'), need)
    assert.ok(
      !['violence', 'close', 'child', 'hate-crime', 'extortion', 'sexual-offence'].includes(need),
      need,
    )
  })
})

test('a stolen passport asks for violence, and helps who is abroad or is about to travel as a lost one does', () => {
  const stolen = ways.filter(({ answers }) =>
    [answers.stolen, answers['how-gone']].some((given) => given?.some((one) => /document|stolen/.test(one))),
  )
  assert.deepEqual(
    new Set(stolen.map(({ need }) => need)),
    new Set(['theft', 'report', 'lost-property', 'passport-lost']),
  )
  for (const { answers, outcome, need } of stolen) {
    if (answers.now?.includes('now')) {
      assert.equal(outcome, 'call-112')
      continue
    }
    const given = answers['document-circumstances']
    assert.ok(given, `${need} asks nothing more`)
    if (given.includes('threat')) assert.equal(outcome, 'talk-violence', need)
    else if (given.includes('foreign-document')) assert.equal(outcome, 'passport-foreign', need)
    else if (given.includes('am-abroad')) assert.equal(outcome, 'passport-lost-abroad', need)
    else if (given.includes('travelling')) assert.equal(outcome, 'passport-emergency', need)
    else assert.equal(outcome, 'passport-lost', need)
  }
})

test('4: an online report of theft takes all of the conditions', () => {
  always(({ need, answers, outcome }) => {
    if (need !== 'theft') return
    const isOnline = outcome === 'report-online'
    const allHold =
      answers.now?.includes('over') === true &&
      answers.stolen?.includes('everyday') === true &&
      answers.circumstances?.length === 0
    assert.equal(isOnline, allHold)
  })
})

test('4: an online report for a business takes the same conditions', () => {
  always(({ need, answers, outcome }) => {
    if (need !== 'business' || !answers['business-what']?.includes('business-theft')) return
    const allHold = answers.now?.includes('over') === true && answers.circumstances?.length === 0
    assert.equal(outcome === 'report-online', allHold)
  })
})

test('4: no report on the net leaves out whether somebody is under 18, was abroad or has a protected address', () => {
  const online = ways.filter(({ outcome }) => outcome === 'report-online')
  for (const { need, answers } of online) {
    const asked = Object.keys(answers).flatMap((id) => questionOf(id).answers)
    for (const condition of ['under-18', 'abroad', 'hidden-address']) {
      assert.ok(
        asked.some((one) => one === condition),
        `${need} does not ask for ${condition}`,
      )
      assert.ok(!Object.values(answers).flat().includes(condition), `${need} with ${condition}`)
    }
  }
})

test('5: fraud says the bank first, and does not ask whether the suspect is known', () => {
  for (const need of ['fraud', 'id-theft'] as const) {
    const ends = ways.filter((way) => way.need === need && way.answers.money?.includes('money-now'))
    assert.ok(ends.length > 0)
    for (const { outcome } of ends) assert.equal(outcome, 'bank-now')
  }
  assert.ok(!questionOf('fraud-circumstances').answers.includes('known'))
})

test('a protected address is never looked up near to', () => {
  assert.ok(hidesAddress({ now: ['over'], circumstances: ['under-18', 'hidden-address'] }))
  assert.ok(!hidesAddress({ now: ['over'], circumstances: [] }))
  assert.equal(guide.outcomes.get('report-hidden')?.near, null)
})

test('3: who cannot talk on the phone is led to no phone', () => {
  const outcome = guide.outcomes.get('talk-quietly')
  assert.ok(outcome)
  const all = [outcome.channel, ...outcome.others].map((id) => guide.channels.get(id))
  assert.ok(all.every((way) => way?.kind !== 'phone'))
  assert.deepEqual(
    all.filter((way) => way?.isHere).map((way) => way?.id),
    ['visit-office', 'write-contact', 'text-1412', 'emergency-sms', 'help-centre'],
  )
})

test('5: fraud that goes on still says the bank', () => {
  for (const need of ['fraud', 'id-theft'] as const) {
    const [end] = ways.filter((way) => way.need === need && way.answers.now?.includes('now'))
    const outcome = end && guide.outcomes.get(end.outcome)
    assert.equal(outcome?.channel, 'call-112')
    assert.ok(outcome.others.includes('bank'))
    assert.equal(outcome.advice, 'fraud')
  }
})

test('a document from another country is reported here, and a new one is for its own country to give', () => {
  always(({ answers, outcome, need }) => {
    const given = [...(answers['document-circumstances'] ?? []), ...(answers['lost-document'] ?? [])]
    if (!given.includes('foreign-document') || given.includes('threat')) return
    assert.equal(outcome, 'passport-foreign', need)
  })
  const ways = guide.outcomes.get('passport-foreign')
  assert.ok(ways && ![ways.channel, ...ways.others].some((way) => ['book-passport', 'embassy'].includes(way)))
  assert.ok(ways.others.includes('call-02800'))
})

test('6: under 18 leads to a person, never to a form, and no way there needs a guardian', () => {
  always(({ need, answers, outcome }) => {
    const isUnder18 = Object.values(answers).flat().includes('under-18')
    if (isUnder18) assert.notEqual(outcome, 'report-online', need)
  })
  // Somebody to talk to directly is among the ways of each outcome that one under 18 can reach.
  for (const id of ['report-under-18', 'talk-child-self', 'talk-child'] as const) {
    const outcome = guide.outcomes.get(id)
    assert.ok(outcome && [outcome.channel, ...outcome.others].includes('call-02800'), id)
  }
})

test('6: only who is under 18 is told so, and who reports for a child is helped to speak up for it', () => {
  for (const { answers, outcome, why, need } of ways) {
    const isChild = answers.age?.includes('young-me') || answers['child-who']?.includes('child-self')
    if (why === 'child-self') assert.equal(isChild, true, need)
    if (isChild && !answers.when?.includes('days')) assert.equal(why, 'child-self', need)
    if (answers.age?.includes('young-other')) assert.equal(outcome, 'talk-child', need)
  }
})

test('7 to 9: a case that exists, a tip and an immigration matter never become a new report', () => {
  for (const { need, outcome, why, answers } of ways) {
    if (['case', 'immigration'].includes(need)) assert.notEqual(outcome, 'report-online')
    if (need === 'tip' && answers['tip-or-report']?.includes('only-tip') && !answers.now?.includes('now'))
      assert.equal(outcome, 'tip')
    // Much that happened to somebody can be reported on the net: nobody says that it cannot.
    if (need === 'tip' && answers['tip-or-report']?.includes('want-report'))
      assert.equal(why, 'report-by-phone')
  }
})

test('10 and 12: every outcome has another way, and one for people without an electronic ID', () => {
  for (const { channel, others, id } of guide.outcomes.values()) {
    assert.ok(others.length > 0, id)
    const all = [channel, ...others].map((one) => guide.channels.get(one))
    assert.ok(
      all.some((one) => one !== undefined && isForAll(one)),
      id,
    )
  }
})

test('each of the eighteen services has a need that leads to it', () => {
  const rows = new Set(data.needs.flatMap(({ services }) => services))
  assert.deepEqual(
    Array.from({ length: 18 }, (_, index) => index + 1).filter((row) => !rows.has(row)),
    [],
  )
})
