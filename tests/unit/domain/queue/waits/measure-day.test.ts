import assert from 'node:assert/strict'
import test from 'node:test'
import { measureDay, type MeasuredEvent } from '#app/domain/queue/waits/measure-day.ts'
import { TEN, minutes } from '#tests/support/queue-builders.ts'

const MIDNIGHT = TEN - 10 * 3600

function at(minute: number, kind: MeasuredEvent['kind'], some: Partial<MeasuredEvent> = {}): MeasuredEvent {
  return {
    ...{ at: minutes(minute), kind, ticketId: 1, service: 'passport', counterId: 1, seconds: null },
    ...{ detail: null, ...some },
  }
}

function measured(events: MeasuredEvent[], people: [number, { people: number }][] = []) {
  return measureDay(events, { midnight: MIDNIGHT, peopleOf: new Map(people) })
}

test('a case is as long as its counter was taken: from the call to the end', () => {
  const { cases } = measured([at(0, 'called'), at(1, 'started'), at(13, 'finished')], [[1, { people: 3 }]])
  assert.deepEqual(cases, [{ service: 'passport', hour: 10, seconds: 13 * 60, people: 3, at: minutes(13) }])
})

test('no case is one of two errands, one that was left open over night, one that was undone', () => {
  assert.deepEqual(measured([at(0, 'called'), at(1, 'service-added'), at(9, 'finished')]).cases, [])
  assert.deepEqual(measured([at(0, 'called'), at(600, 'finished')]).cases, [])
  assert.deepEqual(measured([at(0, 'called'), at(9, 'finished'), at(10, 'undone')]).cases, [])
})

test('a change takes as long as somebody who waits already is not called', () => {
  const waited = measured([
    at(0, 'called'),
    at(9, 'finished'),
    at(10, 'called', { ticketId: 2, seconds: 600 }),
  ])
  assert.deepEqual(waited.changeovers, [60])
  const came = measured([at(0, 'called'), at(9, 'finished'), at(12, 'called', { ticketId: 2, seconds: 5 })])
  assert.deepEqual(came.changeovers, [])
})

test('pauses, absent people and who gave up are counted', () => {
  const day = measured([
    at(0, 'counter-opened', { ticketId: null }),
    at(1, 'arrived', { counterId: null, detail: 'walk-in' }),
    at(2, 'called', { detail: 'needs-help' }),
    at(4, 'no-show'),
    at(5, 'left', { ticketId: 2, counterId: null }),
    at(30, 'counter-paused', { ticketId: null }),
    at(45, 'counter-opened', { ticketId: null }),
    at(60, 'counter-closed', { ticketId: null }),
  ])
  assert.deepEqual(day.noShows, [120])
  assert.deepEqual(day.pauses, [15 * 60])
  assert.deepEqual([day.calls, day.helped, day.left, day.openSeconds], [1, 1, 1, 45 * 60])
  assert.deepEqual(day.walkIns, [{ hour: 10 }])
})

test('a counter that has nobody is free since its last case ended', () => {
  const { freeSince } = measured([at(0, 'called'), at(9, 'finished'), at(9, 'called', { counterId: 2 })])
  assert.deepEqual([...freeSince], [[1, minutes(9)]])
})
