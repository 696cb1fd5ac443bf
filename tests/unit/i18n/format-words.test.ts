import assert from 'node:assert/strict'
import test from 'node:test'
import { formatDate, formatWeekday, joinWords } from '#app/i18n/format-words.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'

test('a weekday has its name in each language, from Monday to Sunday', () => {
  const names = (weekday: number) => inAll((language) => formatWeekday(weekday, language, 'long'))
  assert.deepEqual(names(1), ['mandag', 'måndag', 'Monday'])
  assert.deepEqual(names(7), ['søndag', 'søndag', 'Sunday'])
})

test('the shortest weekdays differ from each other', () => {
  for (const language of LANGUAGES) {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => formatWeekday(weekday, language, 'shortest'))
    assert.ok(week.every((name) => name.length === 2))
    assert.equal(new Set(week).size, 7, language)
  }
})

test('a date has its month in words', () => {
  const day = Temporal.PlainDate.from('2026-11-24')
  assert.deepEqual(
    inAll((language) => formatDate(day, language)),
    ['24. november', '24. november', '24 November'],
  )
})

test('words are joined as people say them', () => {
  const days = ['a', 'b', 'c']
  assert.deepEqual(
    inAll((language) => joinWords(days, language, 'and')),
    ['a, b og c', 'a, b og c', 'a, b and c'],
  )
  assert.deepEqual(
    inAll((language) => joinWords(days.slice(0, 2), language, 'or')),
    ['a eller b', 'a eller b', 'a or b'],
  )
  assert.equal(joinWords(['a'], 'nb', 'and'), 'a')
})

function inAll(format: (language: Language) => string): string[] {
  return LANGUAGES.map(format)
}
