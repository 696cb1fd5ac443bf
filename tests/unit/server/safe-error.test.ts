import assert from 'node:assert/strict'
import test from 'node:test'
import { safeError } from '#app/server/safe-error.ts'

test('the error of a query is told without the values of the query', () => {
  const cause = Object.assign(new Error('UNIQUE constraint failed'), { code: 'SQLITE_CONSTRAINT_UNIQUE' })
  const error = new Error(
    'Failed query: select "x" from "y" where name = ?\nparams: Kari Nordmann,13097248022',
    { cause },
  )
  const told = safeError(error)
  assert.doesNotMatch(JSON.stringify(told), /Kari|13097248022/)
  assert.match(told.message, /Failed query: select/)
  assert.equal(told.cause?.code, 'SQLITE_CONSTRAINT_UNIQUE')
})

for (const message of [
  `Unexpected token 'K', "Kari Nordmann" is not valid JSON`,
  'Cannot read kari.nordmann@example.org',
  'Not a number: 13097248022',
  'Failed at /nb/appointments/CxZ6GCz0f2KD9VqqtBN5Mq',
  'An unclosed "Kari Nordmann',
]) {
  test(`what somebody typed is not told: ${message}`, () => {
    assert.doesNotMatch(JSON.stringify(safeError(new Error(message))), /Kari|kari|13097|CxZ6/)
  })
}

test('a line break cannot begin a line of its own', () => {
  assert.doesNotMatch(safeError(new Error('a\r\nb\u2028c')).message, /[\r\n\u2028]/)
})

test('where it happened is told, without the message that stands above it', () => {
  const { stack } = safeError(new Error('Kari\n    Nordmann'))
  assert.match(stack[0] ?? '', /^at .*safe-error\.test\.ts/)
  assert.doesNotMatch(stack.join('\n'), /Nordmann/)
})

test('what is no error is told as what it is', () => {
  assert.deepEqual(safeError('Kari'), { name: 'string', message: '', stack: [] })
})
