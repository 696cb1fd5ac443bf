import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { createLinks } from '#app/server/links.ts'
import { randomLetters } from '#app/server/random-letters.ts'
import { TOP } from '#app/start/runtime.js'

const ENOUGH_BITS = 128

const SOURCES = globSync('{app,db}/**/*.{ts,tsx,js}', { cwd: TOP }).concat('server.ts')

function sourcesWith(pattern: RegExp): string[] {
  return SOURCES.filter((file) => pattern.test(readFileSync(join(TOP, file), 'utf8'))).sort()
}

test('a personal link cannot be guessed: 128 bits and more, and each is another', () => {
  const { secretOf } = createLinks(`test:${'k'.repeat(43)}`)
  const secrets = Array.from({ length: 1_000 }, (_, index) => secretOf(`key-${index}`))
  assert.equal(new Set(secrets).size, secrets.length)
  for (const secret of secrets) {
    assert.match(secret, /^[\w-]+$/)
    assert.ok(secret.length * Math.log2(64) >= ENOUGH_BITS)
  }
  assert.notEqual(createLinks(`test:${'l'.repeat(43)}`).secretOf('key-1'), secrets[1], 'the key counts')
})

test('letters of chance come from all thirty-two alike', () => {
  const counts = new Map<string, number>()
  const letters = Array.from({ length: 1_280 }, () => randomLetters(25)).join('')
  assert.equal(letters.length, 32_000)
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  assert.equal(counts.size, 32)
  for (const count of counts.values()) assert.ok(count > 800 && count < 1_200, `${count}`)
})

test('chance that can be foretold is used for waiting alone, never for a secret', () => {
  assert.deepEqual(sourcesWith(/Math\.random/), ['db/engine-postgres.ts'])
})

test('no broken cipher, hash or padding is named anywhere', () => {
  assert.deepEqual(
    sourcesWith(/['"`](md5|sha-?1|rc4|des|[\w-]*-ecb|aes-\d+-cbc)['"`]|RSAES-PKCS1|RSA_PKCS1_PADDING/i),
    [],
  )
})

test('nothing that was typed becomes code, markup or a command', () => {
  assert.deepEqual(sourcesWith(/\beval\(|new Function\(|dangerouslySetInnerHTML|node:vm|\bexecSync?\(/), [])
})

test('no secret stands in the code', () => {
  assert.deepEqual(
    sourcesWith(/BEGIN [A-Z ]*PRIVATE KEY|"d": ?"[\w-]{40}|['"`]\w+:[\w-]{43,}['"`]|\/\/\w+:\w+@/),
    [],
  )
})

test('no page leaves anything in the storage of a browser', () => {
  assert.deepEqual(sourcesWith(/localStorage|sessionStorage|indexedDB|document\.cookie|serviceWorker/), [])
})

test('no certificate is taken unchecked', () => {
  assert.deepEqual(sourcesWith(/rejectUnauthorized|NODE_TLS_REJECT/), [])
})
