import assert from 'node:assert/strict'
import test from 'node:test'
import { buildNeedSearch, needSearchFrom, searchNeeds } from '#app/domain/channels/search-needs.ts'
import { readLearntNeeds } from '#app/start/learnt-needs.ts'
import { exampleSentences, searchWords } from '#db/queries/guide-data.ts'

test('what the build has learnt finds the same as what would be learnt now', () => {
  const kept = readLearntNeeds()
  assert.ok(kept, 'the build is of these sources')
  const fromBuild = needSearchFrom(searchWords(), kept)
  const learntHere = buildNeedSearch(searchWords(), exampleSentences())
  for (const text of ['noen har tatt sykkelen min', 'lost my pasport', 'æ e redd for eksen min', 'qwrtz'])
    assert.deepEqual(searchNeeds(fromBuild, text), searchNeeds(learntHere, text), text)
})
