import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { clearCode } from '#app/domain/scheduling/code.ts'

test('a code has no letters that are taken for one another when read or said', () => {
  const codes = clearCode(5_000, (count) => randomBytes(count))
  assert.match(codes, /^[A-Z0-9]+$/)
  assert.doesNotMatch(codes, /[01O2ISZ5B8GQL6]/)
})

test('a code has as many letters as wanted, also when bytes are thrown away', () => {
  let calls = 0
  const code = clearCode(9, (count) =>
    Uint8Array.from({ length: count }, () => ((calls += 1) < 30 ? 255 : 0)),
  )
  assert.equal(code, 'AAAAAAAAA')
})

test('no letter is more likely than another', () => {
  const times = new Map<string, number>()
  const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const letter of clearCode(242, () => everyByte)) times.set(letter, (times.get(letter) ?? 0) + 1)
  assert.equal(times.size, 22)
  assert.deepEqual(new Set(times.values()), new Set([11]))
})
