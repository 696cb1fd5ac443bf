import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asUnavailable, damageOf, isDatabaseUnavailable } from '#db/errors.ts'

for (const [code, message] of Object.entries({
  SQLITE_CORRUPT: 'database disk image is malformed',
  SQLITE_NOTADB: 'file is not a database',
  XX001: 'invalid page in block 0',
})) {
  test(`${code} is damage: the database is unavailable, and the sentence says what to do`, () => {
    const error = new Error('Failed query', { cause: Object.assign(new Error(message), { code }) })
    assert.equal(damageOf(error), message)
    const unavailable = asUnavailable(error)
    assert.ok(isDatabaseUnavailable(unavailable))
    assert.match(String(unavailable), new RegExp(`is damaged: ${message}.*backup`))
  })
}

test('a lock, a broken connection and a bug are no damage', () => {
  for (const code of ['SQLITE_BUSY', 'ECONNREFUSED', undefined]) {
    assert.equal(damageOf(Object.assign(new Error('no'), { code })), null)
  }
})
