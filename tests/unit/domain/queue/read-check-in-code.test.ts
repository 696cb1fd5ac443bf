import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { lettersOf, readCheckInCode } from '#app/domain/queue/read-check-in-code.ts'
import { CHECK_IN_LETTERS, CLEAR_LETTERS } from '#app/domain/scheduling/code.ts'

const codes = fc
  .array(fc.constantFrom(...CLEAR_LETTERS), { minLength: CHECK_IN_LETTERS, maxLength: CHECK_IN_LETTERS })
  .map((letters) => letters.join(''))

test('a code is read whatever its case, and with spaces, hyphens and points between', () => {
  for (const typed of ['K7M4PX9T', 'k7m 4px 9t', ' K7M-4PX-9T\n', 'k7m.4px.9t', 'Ｋ７Ｍ４ＰＸ９Ｔ'])
    assert.equal(readCheckInCode(typed), 'K7M4PX9T', typed)
})

test('a code is found at the end of the link that the receipt holds', () => {
  for (const typed of [
    'https://example.org/nb/queue/oslo-baerum/check-in?code=K7M4PX9T',
    'http://127.0.0.1:3000/en/queue/troms-tromso/check-in?code=K7M4PX9T',
  ])
    assert.equal(readCheckInCode(typed), 'K7M4PX9T', typed)
})

test('a scanner with an American layout is understood on a Norwegian and on a German computer', () => {
  const link = 'https://example.org/nb/queue/oslo-baerum/check-in?code=Y7M4YX9T'
  // What the same keys give: signs differ, and in German y and z have changed places.
  const norwegian = link.replaceAll(
    /[:/?=-]/g,
    (sign) => ({ ':': 'Ø', '/': '-', '?': '_', '=': '\\', '-': '+' })[sign] ?? '',
  )
  const german = link
    .replaceAll(/[:/?=-]/g, (sign) => ({ ':': 'Ö', '/': '-', '?': '_', '=': '´', '-': 'ß' })[sign] ?? '')
    .replaceAll('Y', 'Z')
  assert.equal(readCheckInCode(norwegian), 'Y7M4YX9T')
  assert.equal(readCheckInCode(german), 'Y7M4YX9T')
})

test('what is too short, too long, or has letters that no code has is none', () => {
  for (const typed of [
    '',
    'K7M4PX9',
    'K7M4PX9TA',
    'K7M4PX9O',
    'K7M4PX91',
    'https://example.org/nb/queue',
    '😀',
  ])
    assert.equal(readCheckInCode(typed), null, typed)
})

test('every code is read back, however its letters are parted and cased', () => {
  fc.assert(
    fc.property(codes, fc.array(fc.constantFrom('', ' ', '-', '_', '\t')), (code, signs) => {
      const typed = [...code].map((letter, index) => letter.toLowerCase() + (signs[index] ?? '')).join('')
      assert.equal(readCheckInCode(typed), code)
      assert.equal(readCheckInCode(`_code´${typed}`), code)
    }),
  )
})

test('whatever is typed, what comes out has letters of codes only', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      assert.match(
        readCheckInCode(typed) ?? 'AAAAAAAA',
        new RegExp(`^[${CLEAR_LETTERS}]{${CHECK_IN_LETTERS}}$`),
      )
      assert.doesNotMatch(lettersOf(typed), /[\s-]/)
    }),
  )
})
