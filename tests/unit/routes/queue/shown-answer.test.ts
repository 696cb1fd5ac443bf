import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { forgetShown, readShown, showNext, type ShownAnswer } from '#app/routes/queue/shown-answer.ts'

const DEMO = { mode: 'demo' }
const TICKET: ShownAnswer = { kind: 'ticket', officeId: 'oslo-baerum', secret: 'a'.repeat(22) }

function withCookie(cookie: string) {
  return { headers: new Headers({ Cookie: cookie }) }
}

function sentBack(answer: ShownAnswer) {
  return withCookie(showNext(answer, DEMO).split(';')[0] ?? '')
}

test('an answer is shown at its office, and at no other', () => {
  const refused: ShownAnswer = {
    ...{ kind: 'refused', officeId: 'oslo-baerum' },
    refusal: { reason: 'too-early', startTick: 5_900_000, opensAt: 1_770_000_000 },
  }
  assert.deepEqual(readShown(sentBack(TICKET), 'oslo-baerum'), TICKET)
  assert.deepEqual(readShown(sentBack(refused), 'oslo-baerum'), refused)
  assert.equal(readShown(sentBack(TICKET), 'troms-tromso'), null)
})

test('no script reads it, no other site sends it, and it ends by itself', () => {
  assert.match(showNext(TICKET, DEMO), /; Path=\/; HttpOnly; SameSite=Lax; Max-Age=300$/)
  assert.match(showNext(TICKET, { mode: 'production' }), /; Secure/)
})

test('the first page forgets it, and tells nothing to a browser that has none', () => {
  assert.match(String(new Headers(forgetShown(sentBack(TICKET), DEMO)).get('Set-Cookie')), /=; .*Max-Age=0$/)
  assert.deepEqual(forgetShown(withCookie('other=1'), DEMO), {})
})

test('what was tampered with is nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.base64String(), (text, base64) => {
      for (const value of [text.replaceAll(/[^\x20-\x7e]/g, ''), base64])
        assert.equal(readShown(withCookie(`forste-kontakt-answer=${value}`), 'oslo-baerum'), null)
    }),
  )
  for (const wrong of [{ ...TICKET, secret: '../x' }, { kind: 'refused', officeId: 'x' }, [], null]) {
    const value = Buffer.from(JSON.stringify(wrong)).toString('base64url')
    assert.equal(readShown(withCookie(`forste-kontakt-answer=${value}`), 'oslo-baerum'), null)
  }
})
