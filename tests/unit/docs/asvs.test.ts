import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { z } from 'zod'
import { TOP } from '#app/start/runtime.js'
import { brokenRows, readRows } from '#tests/support/asvs-rows.ts'

const Ids = z.object({
  chapters: z.record(z.string(), z.object({ level1: z.number(), level2: z.number() })),
  /** Every requirement of levels 1 and 2. */
  levels: z.record(z.string(), z.literal([1, 2])),
  /** What security.md wants a test for; those that are not above are of level 3. */
  withTest: z.array(z.string()),
})

const { chapters, levels, withTest } = Ids.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'asvs-ids.json'), 'utf8')),
)
const document = readFileSync(join(TOP, 'docs/asvs.md'), 'utf8')
const rows = readRows(document)
const disk = {
  exists: (file: string) => existsSync(join(TOP, file)),
  read: (file: string) => readFileSync(join(TOP, file), 'utf8'),
}

test('the list of requirements has as many in each chapter as the standard', () => {
  for (const [chapter, { level1, level2 }] of Object.entries(chapters)) {
    const found = Object.entries(levels).filter(([id]) => id.split('.')[0] === chapter)
    const count = (wanted: number) => found.filter(([, level]) => level === wanted).length
    assert.deepEqual([count(1), count(2)], [level1, level2], `V${chapter}`)
  }
  assert.equal(Object.keys(levels).length, 253)
})

test('each requirement of levels 1 and 2 has one row, with its level; of level 3 only those that are named', () => {
  const expected = [
    ...Object.entries(levels).map(([id, level]) => `${id} ${level}`),
    ...withTest.filter((id) => !(id in levels)).map((id) => `${id} 3`),
  ]
  assert.deepEqual(rows.map(({ id, level }) => `${id} ${level}`).sort(), expected.sort())
})

test('each row says whether it applies, and names files and tests that are there', () => {
  assert.deepEqual(brokenRows(rows, disk), [])
})

test('what security.md wants a test for has one, or comes with a later part', () => {
  const named = rows.filter(({ id }) => withTest.includes(id))
  assert.equal(named.length, withTest.length)
  assert.deepEqual(
    named.filter(({ applies, tests }) => tests.length === 0 && !/^later: part \d/.test(applies)),
    [],
  )
  assert.deepEqual(
    rows.filter(({ isNamed }) => isNamed).map(({ id }) => id),
    named.map(({ id }) => id),
    'in bold',
  )
})

test('what holds in part is explained among the gaps', () => {
  const gaps = /\n## Gaps\n([^]*?)\n## /.exec(document)?.[1] ?? ''
  const partly = rows.filter(({ applies }) => applies === 'partly').map(({ id }) => id)
  assert.ok(partly.length > 0)
  assert.deepEqual(
    partly.filter((id) => !gaps.includes(`- **${id}** `)),
    [],
  )
})

test('the files that docs/protection.md names are there', () => {
  const files = readFileSync(join(TOP, 'docs/protection.md'), 'utf8').matchAll(/`((?:app|db)\/[\w./-]+)`/g)
  const missing = [...files].map(([, file = '']) => file).filter((file) => !disk.exists(file))
  assert.deepEqual(missing, [])
})

const HEAD = '| id | level | about | applies | where | test |\n| --- | --- | --- | --- | --- | --- |\n'
const broken: [string, string][] = [
  ['says nothing of whether it applies', '| 1.2.4 | 1 | sql | – | – | – |'],
  ['says no without a reason', '| 1.2.4 | 1 | sql | no | – | – |'],
  ['comes later, and nobody says when', '| 1.2.4 | 1 | sql | later: some day | – | – |'],
  ['holds, and nobody says where', '| 1.2.4 | 1 | sql | yes | – | – |'],
  ['names a file that is gone', '| 1.2.4 | 1 | sql | yes | `app/gone.ts` | – |'],
  [
    'names a file of tests that is gone',
    '| 1.2.4 | 1 | sql | yes | `server.ts` | `tests/gone.test.ts`: a name |',
  ],
  [
    'names a test that is gone',
    '| 1.2.4 | 1 | sql | yes | `server.ts` | `tests/unit/docs/asvs.test.ts`: this is no name of one |',
  ],
  [
    'names a file of tests and no test',
    '| 1.2.4 | 1 | sql | yes | `server.ts` | `tests/unit/docs/asvs.test.ts` |',
  ],
]
for (const [what, row] of broken) {
  test(`a row that ${what} is found`, () => {
    assert.equal(brokenRows(readRows(HEAD + row), disk).length, 1)
  })
}
