import assert from 'node:assert/strict'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { readData } from '#db/seed/read-data.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { createRouteTable } from '#app/server/route-table.ts'
import { findAdvice, listAdvice } from '#app/use-cases/advice.server.ts'
import { contentReview } from '#app/use-cases/content-review.server.ts'
import { findService, listServices } from '#app/use-cases/services.server.ts'
import { aCatalogue, aRule } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { ownRoutes } from '#tests/support/own-routes.ts'
import { isRunningText, readingOf } from '#tests/support/plain-language.ts'

const TODAY = '2026-11-23T07:00:00Z'
const portal = {
  catalogue: aCatalogue({ rules: deliveredRules(readData()) }),
  clock: aClockAt(TODAY),
}

const pages = [
  ...CONTENT.services.map(({ id }) => ({ kind: 'services', id }) as const),
  ...CONTENT.advice.map(({ id }) => ({ kind: 'advice', id }) as const),
]

function find({ kind, id }: (typeof pages)[number], language: (typeof LANGUAGES)[number]) {
  const found = kind === 'services' ? findService(portal, id, language) : findAdvice(portal, id, language)
  assert.ok(found)
  return found
}

/** All that a page says itself. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    /^(related|id|path|flow|sources|group|state|kind|rules|ways|reviewBy)$/.test(name) ? [] : textsOf(part),
  )
}

test('every service of domain.md §2 has a page, and only one', () => {
  const rows = CONTENT.services.map(({ row }) => row).sort((a, b) => a - b)
  assert.deepEqual(
    rows,
    Array.from({ length: 18 }, (_, index) => index + 1),
  )
})

test('every page of a service says all its parts in every language', () => {
  for (const language of LANGUAGES) {
    for (const { id } of listServices(portal, language)) {
      const service = findService(portal, id, language)
      assert.ok(service)
      for (const part of ['who', 'how', 'need', 'after', 'languages', 'ways', 'related'] as const) {
        assert.ok(service[part].length > 0, `${id} in ${language}: ${part}`)
      }
      for (const { rules, notes } of [service.price, service.time]) {
        assert.ok(rules.length + notes.length > 0, `${id} in ${language}: price or time`)
      }
    }
  }
})

test('every page of advice has parts, and none of them is empty', () => {
  for (const language of LANGUAGES) {
    for (const { id } of listAdvice(language)) {
      const advice = findAdvice(portal, id, language)
      assert.ok(advice && advice.sections.length > 1)
      for (const { title, text, steps, points } of advice.sections) {
        assert.ok(text.length + steps.length + points.length > 0, `${id} in ${language}: ${title}`)
      }
    }
  }
})

test('every address that a page leads to is one of the portal', () => {
  const { patterns } = createRouteTable(ownRoutes())
  const wanted = CONTENT.services.flatMap(({ flow, also }) => [...(flow === null ? [] : [flow]), ...also])
  const known = new Set([
    ...patterns.map((pattern) => pattern.replace('/:language', '')),
    ...pages.map(({ kind, id }) => `/${kind}/${id}`),
  ])
  assert.deepEqual(
    wanted.filter((address) => !known.has(address)),
    [],
  )
})

test('everybody can reach us about every service without an electronic ID', () => {
  for (const { id, ways } of [...CONTENT.services, ...CONTENT.advice]) {
    assert.ok(ways.includes('call') || ways.includes('office'), id)
  }
})

test('no page names a sum, a length of a rule or a telephone number of its own', () => {
  const numbers = /\d+\s*(kr|kroner|NOK|minutt)|NOK\s*\d|\d{3,}/gi
  for (const language of LANGUAGES) {
    for (const page of pages) {
      const found = textsOf(find(page, language)).flatMap((text) => text.match(numbers) ?? [])
      assert.deepEqual(
        found.filter((number) => !['112', '02800', '1412'].includes(number)),
        [],
        `${page.id} in ${language}`,
      )
    }
  }
})

for (const language of ['nb', 'nn'] as const) {
  for (const page of pages) {
    test(`${page.kind}/${page.id} is plain to read in ${language}: LIX at most 40, 15 words a sentence`, () => {
      const { lix, wordsPerSentence } = readingOf(textsOf(find(page, language)).filter(isRunningText))
      assert.ok(lix <= 40, `LIX is ${lix.toFixed(1)}`)
      assert.ok(wordsPerSentence <= 15, `${wordsPerSentence.toFixed(1)} words a sentence`)
    })
  }
}

test('a price is that of the rule that holds on the day, with how sure it is', () => {
  const rules = [
    aRule({ value: '840', validTo: '2027-01-01', confidence: 'unverified' }),
    aRule({ value: '860', validFrom: '2027-01-01', confidence: 'documented' }),
  ]
  const priceOn = (day: string) =>
    findService(
      { catalogue: aCatalogue({ rules }), clock: aClockAt(day) },
      'passport-and-id-card',
      'nb',
    )?.price.rules.map(({ value, confidence }) => [value, confidence])
  assert.deepEqual(priceOn(TODAY), [[840, 'unverified']])
  assert.deepEqual(priceOn('2027-01-02T07:00:00Z'), [[860, 'documented']])
})

test('a page that nobody has is not found', () => {
  assert.equal(findService(portal, 'nowhere', 'nb'), null)
  assert.equal(findAdvice(portal, 'nowhere', 'nb'), null)
})

test('pages whose day has passed are listed first, the oldest at the top, and say so themselves', () => {
  const later = { ...portal, clock: aClockAt('2027-01-05T07:00:00Z') }
  assert.equal(contentReview(portal, 'nb').late.length, 0)
  const { late, inTime } = contentReview(later, 'nb')
  assert.deepEqual(
    late.map(({ id }) => id).sort(),
    CONTENT.services
      .filter(({ reviewBy }) => reviewBy === '2027-01-04')
      .map(({ id }) => id)
      .sort(),
  )
  assert.equal(late.length + inTime.length, pages.length)
  const [first] = late
  assert.equal(findService(later, first?.id ?? '', 'nb')?.isReviewLate, true)
  assert.equal(findService(portal, first?.id ?? '', 'nb')?.isReviewLate, false)
})

test('who reads of violence or pressure has a way out, and their tab says nothing of it', () => {
  const sensitive = [...CONTENT.services, ...CONTENT.advice].filter(({ isSensitive }) => isSensitive)
  assert.deepEqual(
    sensitive.map(({ id }) => id),
    ['help-for-victims', 'pressure', 'young-people', 'support'],
  )
})

test('the address of a page that nobody else should see says nothing of it, wherever one comes from', () => {
  for (const { kind, id } of pages) {
    const found = find({ kind, id }, 'nb')
    const { isSensitive, path } = found
    assert.equal(/\/page-\d+$/.test(path), isSensitive, path)
    assert.equal(path.endsWith(`/${id}`), !isSensitive, path)
    // By its address one finds the same page.
    assert.equal(find({ kind, id: path.split('/').at(-1) ?? '' }, 'nb').id, id)
  }
  const hidden = [...CONTENT.services, ...CONTENT.advice].filter(({ isSensitive }) => isSensitive)
  const services = listServices(portal, 'nb').flatMap(({ path, flow }) => [path, flow ?? ''])
  const related = pages.flatMap((page) => find(page, 'nb').related.map(({ path }) => path))
  for (const { id } of hidden) {
    const advice = listAdvice('nb').map(({ path }) => path)
    assert.deepEqual(
      [...services, ...related, ...advice].filter((path) => path.endsWith(`/${id}`)),
      [],
    )
  }
})
