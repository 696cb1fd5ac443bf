import assert from 'node:assert/strict'
import test from 'node:test'
import { steadyRows, type SteadyRow } from '#app/components/staff/queue/steady-rows.ts'

const rows = (...ids: number[]) => ids.map((id) => ({ id }))
const shown = (...ids: number[]) => rows(...ids).map((row) => ({ row, isGone: false }))

/** "1 2 (3) _": gone in brackets, empty as a line. */
function words(list: SteadyRow<{ id: number }>[]): string {
  return list.map((one) => (one ? (one.isGone ? `(${one.row.id})` : String(one.row.id)) : '_')).join(' ')
}

test('a list that nobody is on is shown as it is', () => {
  assert.equal(words(steadyRows(rows(3, 1, 2), shown(1, 2, 3), [])), '3 1 2')
})

test('the row that somebody is on stays where it is while others come and go', () => {
  assert.equal(words(steadyRows(rows(9, 1, 2, 3), shown(1, 2, 3), [2])), '9 2 1 3')
  assert.equal(words(steadyRows(rows(2, 3), shown(1, 2, 3), [2])), '3 2')
})

test('one that is no longer in the list stays until it is left', () => {
  assert.equal(words(steadyRows(rows(1, 3), shown(1, 2, 3), [2])), '1 (2) 3')
})

test('when there are fewer above it, empty places keep it there', () => {
  assert.equal(words(steadyRows(rows(3), shown(1, 2, 3), [3])), '_ _ 3')
})

test('two rows can be held at once, one by the keyboard and one by a hand', () => {
  assert.equal(words(steadyRows(rows(5, 6), shown(1, 2, 3), [1, 3])), '(1) 5 (3) 6')
})
