import assert from 'node:assert/strict'
import test from 'node:test'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { DAY_KINDS, madeDay } from '#app/domain/queue/days/made-day.ts'
import { runDay, type DayPlan } from '#app/domain/queue/days/run-day.ts'
import { officeLife } from '#db/seed/plan/office-life.ts'
import { aPlan, aVisit } from '#tests/support/planned-days.ts'
import { TEN, minutes, tickIn } from '#tests/support/queue-builders.ts'
import { RULES } from '#tests/support/simulated-days.ts'

function callsOf(plan: DayPlan): (number | null)[] {
  return runDay(plan, RULES).visits.map(({ ticket: { calledAt } }) => calledAt && (calledAt - TEN) / 60)
}

test('a counter serves one after the other, with a change between them', () => {
  assert.deepEqual(callsOf(aPlan([aVisit(), aVisit(), aVisit({ arrivesAt: minutes(60) })])), [0, 11, 60])
})

test('who does not come keeps the counter for a while; who gives up is not called', () => {
  const absent = aVisit({ comes: false, walkSeconds: 120 })
  const leaves = aVisit({ arrivesAt: minutes(1), patienceSeconds: 60 })
  const { visits } = runDay(aPlan([absent, leaves, aVisit({ arrivesAt: minutes(1) })]), RULES)
  assert.deepEqual(
    visits.map(({ ticket: { status, calledAt } }) => [status, calledAt && (calledAt - TEN) / 60]),
    [
      ['no-show', 0],
      ['left', null],
      ['finished', 3],
    ],
  )
})

test('an appointment goes first at its time', () => {
  const appointment = { id: 1, startTick: tickIn(10) }
  const plan = aPlan([aVisit(), aVisit(), aVisit({ arrivesAt: minutes(1), appointment })])
  assert.deepEqual(callsOf(plan), [0, 22, 11])
})

test('a paused counter calls nobody, and somebody who is slower takes longer', () => {
  const shift = { counterId: 1, services: ['passport' as const] }
  const plan = aPlan([aVisit(), aVisit()], {
    shifts: [
      { ...shift, at: minutes(-5), status: 'open', pace: 1.1 },
      { ...shift, at: minutes(2), status: 'paused', pace: 1 },
      { ...shift, at: minutes(40), status: 'open', pace: 1 },
    ],
  })
  const { visits } = runDay(plan, RULES)
  assert.deepEqual(
    visits.map(({ ticket: { calledAt } }) => ((calledAt ?? 0) - TEN) / 60),
    [0, 40],
  )
  assert.equal((visits[0]?.ticket.endedAt ?? 0) - TEN, 30 + 627)
})

for (const kind of DAY_KINDS) {
  test(`on a made day that is ${kind}, everybody is served or gone at its end, and the same seed makes the same day`, () => {
    const made = () =>
      madeDay(officeLife('sandvika', [1, 2, 3, 4, 5]), {
        ...{ day: '2026-11-24', opensAt: TEN, closesAt: minutes(360), kind, random: randomOf(kind) },
      })
    const plan = made()
    assert.deepEqual(made(), plan)
    const { visits, events } = runDay(plan, RULES)
    assert.equal(visits.length, plan.visits.length)
    assert.deepEqual(
      visits.filter(({ ticket: { status } }) => !['finished', 'no-show', 'left'].includes(status)),
      [],
    )
    const count = (wanted: string) => events.filter((event) => event.kind === wanted).length
    assert.equal(count('arrived'), visits.length)
    assert.equal(count('called'), count('finished') + count('no-show'))
  })
}
