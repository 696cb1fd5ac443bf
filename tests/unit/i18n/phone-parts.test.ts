import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phoneParts } from '#app/i18n/phone-parts.ts'

const linksIn = (text: string) =>
  phoneParts(text)
    .filter(({ href }) => href !== null)
    .map(({ text, href }) => `${text} -> ${href}`)

test('a text that says "call" is one press from the call', () => {
  assert.deepEqual(phoneParts('Er det fare nå? Ring 112. Skriv ikke hit.'), [
    { text: 'Er det fare nå? ', href: null },
    { text: 'Ring 112', href: 'tel:112' },
    { text: '. Skriv ikke hit.', href: null },
  ])
  assert.deepEqual(linksIn('Du kan òg ringje 02800, og er det fare, ringer du 112.'), [
    'ringje 02800 -> tel:02800',
    '112 -> tel:112',
  ])
  assert.deepEqual(linksIn('You can also call the police on 02800.'), [
    'call the police on 02800 -> tel:02800',
  ])
})

test('other numbers call nobody', () => {
  assert.deepEqual(phoneParts('Bruk teksttelefon 1412. Vent 11200 sekunder.'), [
    { text: 'Bruk teksttelefon 1412. Vent 11200 sekunder.', href: null },
  ])
  assert.deepEqual(phoneParts(''), [])
})
