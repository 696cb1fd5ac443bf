import assert from 'node:assert/strict'
import test from 'node:test'
import { CHECKS, checklistsOn } from '#app/domain/queue/checklist.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aRule } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')

test('every service has something to see to, and every check is seen to somewhere', () => {
  const lists = [...checklistsOn(deliveredRules(), TODAY).values()]
  assert.ok(lists.every((list) => list.length > 0))
  assert.deepEqual(new Set(lists.flat()), new Set(CHECKS))
})

test('a checklist that is missing or names something unknown stops the start', () => {
  assert.throws(() => checklistsOn([], TODAY), /queue, checks passport/)
  const odd = aRule({
    service: 'queue',
    attribute: 'checks',
    appliesTo: 'passport',
    value: 'identity shoe-size',
  })
  assert.throws(() => checklistsOn([odd], TODAY), /shoe-size/)
})
