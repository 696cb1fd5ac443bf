import assert from 'node:assert/strict'
import test from 'node:test'
import { readKeyRing } from '#app/server/key-ring.ts'
import { createPersonKeys } from '#app/server/person-keys.ts'
import { createSeal } from '#app/server/seal.ts'

const OLD = `k1:${'a'.repeat(43)}`
const NEW = `k2:${'b'.repeat(43)}`
const SECRET = 'the cookie of a session'

test('what was sealed is opened with its secret, and by nobody else', () => {
  const seal = createSeal(readKeyRing(OLD))
  const sealed = seal.close('17858430038', SECRET)
  assert.ok(!sealed.includes('17858430038'))
  assert.equal(seal.open(sealed, SECRET), '17858430038')
  assert.equal(seal.open(sealed, 'another cookie'), null)
  assert.equal(createSeal(readKeyRing(NEW)).open(sealed, SECRET), null)
})

test('a letter that was changed opens nothing', () => {
  const seal = createSeal(readKeyRing(OLD))
  const sealed = seal.close('17858430038', SECRET)
  for (let at = 3; at < sealed.length - 1; at += 5) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    assert.equal(seal.open(changed, SECRET), null)
  }
  for (const broken of ['', 'k1', 'k1.', 'k1.AAAA', '.', 'x.y.z'])
    assert.equal(seal.open(broken, SECRET), null)
})

test('after a change of keys the old still opens, and the new one seals', () => {
  const before = createSeal(readKeyRing(OLD)).close('text', SECRET)
  const both = createSeal(readKeyRing(`${NEW},${OLD}`))
  assert.equal(both.open(before, SECRET), 'text')
  assert.ok(both.close('text', SECRET).startsWith('k2.'))
})

test('a person is found by the keys of before, and stored under the one in use', () => {
  const before = createPersonKeys(readKeyRing(OLD)).keyOf('17858430038')
  const both = createPersonKeys(readKeyRing(`${NEW},${OLD}`))
  assert.ok(both.keysOf('17858430038').includes(before))
  assert.ok(both.keyOf('17858430038').startsWith('k2.'))
  assert.notEqual(both.keyOf('17858430038'), both.keyOf('02837932079'))
  assert.ok(!both.keyOf('17858430038').includes('17858430038'))
})
