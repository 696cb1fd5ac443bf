import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { sourceWords } from '#app/i18n/source-words.ts'

const TABLES = new URL('../../../db/seed/channels/tables.json', import.meta.url)

test('no source that staff read names a file, or is in the English of those who wrote the rules', () => {
  const ofRules = [...readFileSync(TABLES, 'utf8').matchAll(/"source": "([^"]*)"/g)].map(
    ([, one]) => one ?? '',
  )
  const ofPages = [...CONTENT.services, ...CONTENT.advice].flatMap(({ sources }) => sources)
  assert.ok(ofRules.length > 100)
  const t = translator('nb')
  for (const source of [...ofRules, ...ofPages]) {
    assert.doesNotMatch(sourceWords(source, t), /\.md|\.csv|own|rule|row|§\d|verified/, source)
  }
})

test('a source that names two rules names both in words', () => {
  const t = translator('nb')
  const words = sourceWords('domain.md §3 rule 3; rule 6', t)
  const rule = (number: string) => t('staff:source.rule', { number })
  assert.equal(words, `${rule('3')}; ${rule('6')}`)
})

test('the guide has one name in nynorsk', () => {
  assert.ok(LANGUAGES.includes('nn'))
  for (const name of ['staff', 'services', 'guide', 'statements', 'common']) {
    const texts = readFileSync(new URL(`../../../locales/nn/${name}.json`, import.meta.url), 'utf8')
    assert.doesNotMatch(texts, /vegvis/i, name)
  }
})
