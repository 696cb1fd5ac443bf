import assert from 'node:assert/strict'
import test from 'node:test'
import { checkTables } from '#app/domain/channels/check-tables.ts'
import {
  answersOnTheWay,
  evaluate,
  tablesOn,
  validAnswer,
  type DecisionTable,
  type Question,
  type Row,
} from '#app/domain/channels/decision-table.ts'

const NOW: Question = { id: 'now', kind: 'one', answers: ['now', 'over'], sensitive: [] }
const TICKS: Question = {
  id: 'circumstances',
  kind: 'some',
  answers: ['threat', 'abroad'],
  sensitive: ['threat'],
}

function row(when: Row['when'], leads: { table: string } | 'call-112' | 'office' | 'tip'): Row {
  const to = typeof leads === 'string' ? { outcome: leads, why: 'danger' as const, form: null } : leads
  return { when, leads: to, source: 'a test', validFrom: '2026-01-01', validTo: null }
}

function tables(...all: DecisionTable[]) {
  return new Map(all.map((table) => [table.id, table]))
}

const GOOD = tables({
  id: 'theft',
  questions: [NOW, TICKS],
  rows: [row({ now: ['now'] }, 'call-112'), row({ circumstances: ['threat'] }, 'office'), row({}, 'tip')],
})
const OUTCOMES = new Set(['call-112', 'office', 'tip'])

test('the first row that matches decides, and only what decides is asked', () => {
  assert.deepEqual(evaluate(GOOD, 'theft', {}), { kind: 'ask', question: NOW, table: 'theft' })
  const now = evaluate(GOOD, 'theft', { now: ['now'] })
  assert.ok(now.kind === 'outcome' && now.outcome === 'call-112', 'the ticks are not asked')
  const ticked = evaluate(GOOD, 'theft', { now: ['over'], circumstances: ['abroad', 'threat'] })
  assert.ok(ticked.kind === 'outcome' && ticked.outcome === 'office')
  const none = evaluate(GOOD, 'theft', { now: ['over'], circumstances: [] })
  assert.ok(none.kind === 'outcome' && none.outcome === 'tip')
})

test('answers to what was not asked, and answers that there are not, are left out', () => {
  const way = answersOnTheWay(GOOD, 'theft', { now: ['now'], circumstances: ['threat'], where: ['norway'] })
  assert.deepEqual(way, [[NOW, ['now']]])
  assert.deepEqual(answersOnTheWay(GOOD, 'theft', { now: ['perhaps'] }), [])
  assert.equal(validAnswer(NOW, ['now', 'over']), null)
  assert.equal(validAnswer(NOW, []), null)
  assert.deepEqual(validAnswer(TICKS, []), [])
})

test('tables without a fault are found to have none', () => {
  const { problems, combinations } = checkTables(GOOD, ['theft'], OUTCOMES)
  assert.deepEqual(problems, [])
  assert.equal(combinations, 8)
})

const FAULTS: [string, ReturnType<typeof tables>, RegExp][] = [
  [
    'a row that can never match',
    tables({ id: 'theft', questions: [NOW], rows: [row({}, 'tip'), row({ now: ['now'] }, 'call-112')] }),
    /row 2 can never match/,
  ],
  [
    'answers without an outcome',
    tables({ id: 'theft', questions: [NOW], rows: [row({ now: ['now'] }, 'call-112')] }),
    /now = over has no outcome/,
  ],
  [
    'a circle',
    tables(
      { id: 'theft', questions: [], rows: [row({}, { table: 'fraud' })] },
      { id: 'fraud', questions: [], rows: [row({}, { table: 'theft' })] },
    ),
    /theft → fraud → theft is a circle/,
  ],
  [
    'a question that decides nothing',
    tables({ id: 'theft', questions: [NOW], rows: [row({}, 'tip')] }),
    /asks now for nothing/,
  ],
  [
    'an answer that the question does not have',
    tables({ id: 'theft', questions: [NOW], rows: [row({ now: ['abroad'] }, 'tip'), row({}, 'office')] }),
    /an answer to now that there is not/,
  ],
  [
    'a table that there is not',
    tables({ id: 'theft', questions: [], rows: [row({}, { table: 'nowhere' })] }),
    /nowhere, which is unknown/,
  ],
]

for (const [fault, broken, says] of FAULTS) {
  test(`the check finds ${fault}`, () => {
    assert.match(checkTables(broken, ['theft'], OUTCOMES).problems.join('\n'), says)
  })
}

test('an outcome that nothing leads to is found', () => {
  const { problems } = checkTables(GOOD, ['theft'], new Set([...OUTCOMES, 'queue']))
  assert.deepEqual(problems, ['outcome queue is never reached'])
})

test('a row holds from its first day until the day before its last', () => {
  const dated = tables({
    id: 'theft',
    questions: [],
    rows: [{ ...row({}, 'tip'), validTo: '2026-06-01' }, row({}, 'office')],
  })
  const outcomeOn = (day: string) => {
    const verdict = evaluate(tablesOn(dated, day), 'theft', {})
    return verdict.kind === 'outcome' ? verdict.outcome : verdict.kind
  }
  assert.equal(outcomeOn('2026-05-31'), 'tip')
  assert.equal(outcomeOn('2026-06-01'), 'office')
  assert.equal(outcomeOn('2025-12-31'), 'none')
})
