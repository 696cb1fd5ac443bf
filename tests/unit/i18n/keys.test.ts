import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { NAMESPACES } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { resources } from '#app/i18n/resources.ts'
import { TOP } from '#app/start/runtime.js'
import { isRunningText, readingOf } from '#tests/support/plain-language.ts'

type Namespace = (typeof NAMESPACES)[number]

for (const namespace of NAMESPACES) {
  test(`${namespace} has the same texts with the same placeholders in every language`, () => {
    const expected = shapeOf(resources.nb[namespace])
    for (const language of LANGUAGES)
      assert.deepEqual(shapeOf(resources[language][namespace]), expected, language)
  })
}

test('no text is empty', () => {
  const empty = LANGUAGES.flatMap((language) =>
    NAMESPACES.flatMap((namespace) =>
      textsOf(resources[language][namespace])
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${language} ${namespace}:${key}`),
    ),
  )
  assert.deepEqual(empty, [])
})

test('every text that the code asks for exists', () => {
  const keys = allKeys()
  const missing = uses().filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
  assert.deepEqual(
    missing.map(({ file, use }) => `${use} in ${file}`),
    [],
  )
})

test('every text is used', () => {
  const patterns = uses().map(({ pattern }) => pattern)
  assert.deepEqual(
    allKeys().filter((key) => !patterns.some((pattern) => pattern.test(key))),
    [],
  )
})

for (const language of ['nb', 'nn'] as const) {
  for (const namespace of NAMESPACES) {
    test(`${namespace} is plain to read in ${language}: LIX at most 40, 15 words a sentence`, () => {
      const { lix, wordsPerSentence } = readingOf(
        textsOf(resources[language][namespace])
          .map(([, text]) => text)
          .filter(isRunningText),
      )
      assert.ok(lix <= 40, `LIX is ${lix.toFixed(1)}`)
      assert.ok(wordsPerSentence <= 15, `${wordsPerSentence.toFixed(1)} words a sentence`)
    })
  }
}

test('no text shouts, and none calls what people wrote invalid', () => {
  const harsh = LANGUAGES.flatMap((language) =>
    NAMESPACES.flatMap((namespace) =>
      textsOf(resources[language][namespace])
        .filter(([, text]) => /!|\bugyldig|\binvalid/i.test(text))
        .map(([key]) => `${language} ${namespace}:${key}`),
    ),
  )
  assert.deepEqual(harsh, [])
})

/** Leaves of a namespace: key and text, nested keys joined by dots. */
function textsOf(node: object, prefix = ''): [string, string][] {
  return Object.entries(node).flatMap<[string, string]>(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : textsOf(value, `${prefix}${name}.`),
  )
}

/** Key → its placeholders and tags, sorted: what must be alike in every language. */
function shapeOf(namespace: object): Record<string, string[]> {
  return Object.fromEntries(
    textsOf(namespace)
      .map(([key, text]) => [key, (text.match(/\{\{.*?\}\}|<\/?\w+>/g) ?? []).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** "passport:who.title"; a counted text is one key, whatever its plural forms. */
function allKeys(): string[] {
  const keys = NAMESPACES.flatMap((namespace: Namespace) =>
    textsOf(resources.nb[namespace]).map(([key]) => `${namespace}:${key.replace(/_(one|other)$/, '')}`),
  )
  return [...new Set(keys)]
}

/** Every 'namespace:key' in the source; what is filled into a template is one part of the key. */
function uses(): { file: string; use: string; pattern: RegExp }[] {
  const names = NAMESPACES.join('|')
  const literals = new RegExp(`(['"])((?:${names}):[\\w.+-]+)\\1`, 'g')
  const templates = new RegExp(`\`((?:${names}):(?:[^\`$]|\\$\\{[^}]*\\})*)\``, 'g')
  return globSync('app/**/*.{ts,tsx}', { cwd: TOP }).flatMap((file) => {
    const source = withoutComments(readFileSync(join(TOP, file), 'utf8'))
    const found = [
      ...Array.from(source.matchAll(literals), ([, , use = '']) => use),
      ...Array.from(source.matchAll(templates), ([, use = '']) => use),
    ]
    return found.map((use) => ({ file, use, pattern: patternOf(use) }))
  })
}

function patternOf(use: string): RegExp {
  const fixedParts = use.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.+]/g, '\\$&'))
  return new RegExp(`^${fixedParts.join('[^.]+')}$`)
}

function withoutComments(source: string): string {
  return source.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
