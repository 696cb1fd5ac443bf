import assert from 'node:assert/strict'
import test from 'node:test'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { compareOrders } from '#app/domain/queue/days/compare-orders.ts'
import { madeDay } from '#app/domain/queue/days/made-day.ts'
import { recordedDay } from '#app/domain/queue/days/recorded-day.ts'
import { runDay } from '#app/domain/queue/days/run-day.ts'
import { officeLife } from '#db/seed/plan/office-life.ts'
import { aPlan, aVisit } from '#tests/support/planned-days.ts'
import { TEN, minutes } from '#tests/support/queue-builders.ts'
import { MIDNIGHT, RULES } from '#tests/support/simulated-days.ts'

const at = { officeId: 'sandvika', day: '2026-11-24', midnight: MIDNIGHT }

/** A busy day, as its tickets and events tell of it afterwards. */
function recorded(kind: 'ordinary' | 'rush' = 'rush') {
  const plan = madeDay(officeLife('sandvika', [1, 2, 3, 4]), {
    ...{ day: at.day, opensAt: TEN, closesAt: minutes(300), kind, random: randomOf('recorded') },
  })
  const run = runDay(plan, RULES)
  const events = run.events.map((event, id) => ({ ...event, id, officeId: at.officeId, day: at.day }))
  return { run, plan: recordedDay(at, { tickets: run.visits.map(({ ticket }) => ticket), events }) }
}

test('a recorded day that is run again by its own rules goes as it went, but for the changes between cases', () => {
  const { run, plan } = recorded()
  const again = runDay(plan, RULES)
  assert.equal(again.visits.length, run.visits.length)
  const mean = (visits: typeof run.visits) => {
    const waits = visits.flatMap(({ ticket: { calledAt, arrivedAt } }) =>
      calledAt === null ? [] : [(calledAt - arrivedAt) / 60],
    )
    return waits.reduce((sum, wait) => sum + wait, 0) / waits.length
  }
  const [was, is] = [mean(run.visits), mean(again.visits)]
  assert.ok(Math.abs(was - is) < 0.15 * was, `${was} and ${is} minutes`)
})

test('the order that holds, tried, changes nothing', () => {
  for (const { before, after } of compareOrders(recorded().plan, RULES, {
    ...{ before: RULES.order, after: RULES.order },
  })) {
    assert.deepEqual(before, after)
  }
})

test('an order without help first makes those who need help wait like the others', () => {
  const after = { ...RULES.order, helpFirst: false }
  const visits = [0, 1, 2, 3].map((minute) =>
    aVisit({ arrivesAt: minutes(minute), needs: minute === 3 ? ['interpreter'] : [] }),
  )
  const [, , helped] = compareOrders(aPlan(visits), RULES, { before: RULES.order, after })
  assert.deepEqual(helped, {
    ...{ kind: 'needs-help', people: 1 },
    before: { median: 8, longest: 8, gaveUp: 0 },
    after: { median: 30, longest: 30, gaveUp: 0 },
  })
})

test('an order in which nobody may be overtaken makes appointments wait', () => {
  const after = { ...RULES.order, mostOvertaken: 0, longestWaitMinutes: 5 }
  const [appointments, walkIns] = compareOrders(recorded().plan, RULES, { before: RULES.order, after })
  assert.ok((appointments?.after.median ?? 0) > (appointments?.before.median ?? 0))
  assert.ok((walkIns?.after.longest ?? 0) <= (walkIns?.before.longest ?? 0))
})
