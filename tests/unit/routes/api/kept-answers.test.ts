import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { keptAnswer, keptAnswers } from '#app/routes/api/kept-answers.ts'

const ok = (body: unknown, seconds = 2) => keptAnswer({ ok: true, body }, seconds)

test('the same question is worked out once while its answer may be kept, and anew after that', async () => {
  let now = 0
  let asked = 0
  const answers = keptAnswers(() => now)
  const ask = async () => ok({ asked: (asked += 1) })
  await Promise.all([answers.answerTo('q', ask), answers.answerTo('q', ask)])
  now = 1_999
  await answers.answerTo('q', ask)
  assert.equal(asked, 1)
  now = 2_000
  await answers.answerTo('q', ask)
  assert.equal(asked, 2)
})

test('a question that failed is asked again', async () => {
  const answers = keptAnswers(() => 0)
  await assert.rejects(answers.answerTo('q', () => Promise.reject(new Error('away'))))
  assert.equal((await answers.answerTo('q', async () => ok('there'))).status, 200)
})

test('many different questions do not pile up', async () => {
  let asked = 0
  const answers = keptAnswers(() => 0)
  for (let question = 0; question < 2_500; question += 1) {
    await answers.answerTo(String(question), async () => ok((asked += 1)))
  }
  await answers.answerTo('0', async () => ok((asked += 1)))
  assert.equal(asked, 2_501)
})

test('what is heavy does not pile up either, and what is past its time goes', async () => {
  let now = 0
  let asked = 0
  const heavy = async () => ok({ asked: (asked += 1), text: randomBytes(1_000_000).toString('hex') })
  const answers = keptAnswers(() => now)
  for (let question = 0; question < 30; question += 1) await answers.answerTo(String(question), heavy)
  assert.ok(answers.bytes() < 36_000_000, `${answers.bytes()} bytes`)
  await answers.answerTo('29', heavy)
  assert.equal(asked, 30, 'the newest is still there')
  now = 10_000
  await answers.answerTo('light', async () => ok('light'))
  assert.ok(answers.bytes() < 1_000, `${answers.bytes()} bytes`)
})

test('the tag of an answer follows from what it says, and only from that', () => {
  assert.equal(ok({ a: 1 }).etag, ok({ a: 1 }, 60).etag)
  assert.notEqual(ok({ a: 1 }).etag, ok({ a: 2 }).etag)
})
