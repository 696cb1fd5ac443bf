import assert from 'node:assert/strict'
import test from 'node:test'
import { hoursNow } from '#app/domain/channels/channel.ts'
import {
  chosenDetail,
  countedUnder,
  givenUp,
  isCounted,
  shownCount,
  tookFirst,
} from '#app/domain/channels/guide-count.ts'
import { peopleFrom } from '#app/domain/channels/people-from-answers.ts'

const DAY = Temporal.PlainDate.from('2026-11-24')

test('what is sensitive is counted by the month, under one name and without what it was', () => {
  assert.deepEqual(countedUnder('close', { isSensitive: true, day: DAY, detail: 'talk-close' }), {
    ...{ day: '2026-11-01', need: 'sensitive', detail: '' },
  })
  assert.deepEqual(countedUnder('theft', { isSensitive: false, day: DAY, detail: 'stolen' }), {
    ...{ day: '2026-11-24', need: 'theft', detail: 'stolen' },
  })
})

test('of who must call 112 nothing is counted', () => {
  assert.equal(isCounted('call-112'), false)
  assert.equal(isCounted('fraud-now'), false)
  assert.equal(isCounted('call-at-once'), true)
  assert.equal(isCounted(null), true)
})

test('fewer than five of what is sensitive are not shown', () => {
  assert.equal(shownCount({ need: 'sensitive', count: 4 }), null)
  assert.equal(shownCount({ need: 'sensitive', count: 5 }), 5)
  assert.equal(shownCount({ need: 'theft', count: 1 }), 1)
})

test('given up is what was asked and not answered, the most first, but not where somebody may have called 112', () => {
  const count = (event: 'asked' | 'answered', detail: string, count: number) => {
    return { day: '2026-11-24', need: 'theft' as const, event, detail, count }
  }
  const counts = [
    count('asked', 'circumstances', 9),
    count('answered', 'circumstances', 8),
    count('asked', 'now', 9),
    count('asked', 'stolen', 8),
    count('answered', 'stolen', 3),
  ]
  assert.deepEqual(givenUp(counts), [
    { need: 'theft', question: 'stolen', asked: 8, left: 5 },
    { need: 'theft', question: 'circumstances', asked: 9, left: 1 },
  ])
})

test('an outcome tells how many of those who went on took the way that came first', () => {
  const row = (event: 'ended' | 'chosen', detail: string, count: number) => {
    return { day: '2026-11-24', need: 'queue' as const, event, detail, count }
  }
  const counts = [
    row('ended', 'queue', 6),
    row('chosen', chosenDetail('queue', true), 3),
    row('chosen', chosenDetail('queue', false), 1),
    row('ended', 'office', 9),
    { ...row('ended', 'office', 50), need: 'sensitive' as const },
  ]
  assert.deepEqual(tookFirst(counts), [
    { outcome: 'office', ended: 9, wentOn: 0, first: 0 },
    { outcome: 'queue', ended: 6, wentOn: 4, first: 3 },
  ])
})

test('a booking begins with an adult who wants a passport, and asks in all other cases', () => {
  const adult = [{ ageGroup: '18+', document: 'passport', needs: [], guardians: null }]
  assert.deepEqual(peopleFrom({ document: ['passport'], 'passport-who': ['me'] }), adult)
  assert.deepEqual(peopleFrom({ document: ['passport'], 'passport-who': ['my-child'] }), [])
  assert.deepEqual(peopleFrom({ document: ['passport'] }), [])
  assert.deepEqual(peopleFrom({ document: ['id-card'], 'passport-who': ['me'] }), [])
})

test('a phone is open within its hours, and says when it opens', () => {
  const hours = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' }]
  assert.deepEqual(hoursNow(hours, { weekday: 2, time: '14:59' }), {
    isOpen: true,
    until: '15:00',
    opensToday: null,
  })
  assert.deepEqual(hoursNow(hours, { weekday: 2, time: '15:00' }), {
    isOpen: false,
    until: null,
    opensToday: null,
  })
  assert.deepEqual(hoursNow(hours, { weekday: 2, time: '07:00' }), {
    isOpen: false,
    until: null,
    opensToday: '08:00',
  })
  assert.equal(hoursNow(hours, { weekday: 6, time: '09:00' }).isOpen, false)
})
