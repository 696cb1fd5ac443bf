import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import { foldWords } from '#app/domain/channels/fold-words.ts'
import { NEEDS } from '#app/domain/channels/need.ts'
import { isOneSlip } from '#app/domain/channels/one-slip.ts'
import { buildNeedSearch, searchNeeds, whyFound, type NeedSearch } from '#app/domain/channels/search-needs.ts'
import { ExampleSentencesSchema } from '#db/seed/channels/guide-schemas.ts'
import { readExampleSentences, readSearchWords } from '#db/seed/channels/read-guide.ts'

/** Promised of the search (issue 6): its share of right first hits, of hits among the first three, and its time. */
const LEAST_FIRST = 0.9
const LEAST_IN_THREE = 0.97
const MOST_MILLISECONDS = 5

/**
 * Of examples that were not learnt from, so many are found; a little less than measured, which was 83.6 and 93 %. Many of
 * them were written because they are odd: what people say is `unseen-sentences.csv`, by writers who knew no example.
 */
const LEAST_FIRST_UNLEARNT = 0.82
const LEAST_IN_THREE_UNLEARNT = 0.915
/** The examples are cut in so many parts, of which some are left out in turn: all would take too long here. */
const PARTS = 6
const PARTS_TRIED = 3

const examples = readExampleSentences()
const search = buildNeedSearch(readSearchWords(), examples)

function sentencesIn(file: string): { need: string; text: string }[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return lines.map((line) => {
    const [need = '', , ...text] = line.split(',')
    return { need, text: text.join(',') }
  })
}

function placeOf(within: NeedSearch, { need, text }: { need: string; text: string }): number {
  return searchNeeds(within, text).findIndex((hit) => hit.need === need)
}

/** The shares of places that are the first, and among the first three. */
function shares(places: readonly number[]): { first: number; inThree: number } {
  return {
    first: places.filter((place) => place === 0).length / places.length,
    inThree: places.filter((place) => place >= 0 && place < 3).length / places.length,
  }
}

function timeOf(text: string): number {
  const started = performance.now()
  searchNeeds(search, text)
  return performance.now() - started
}

test('what people say in everyday words leads to the right need', () => {
  const sentences = sentencesIn('everyday-sentences.csv')
  assert.ok(sentences.length >= 300)
  for (const { need } of sentences)
    assert.ok(
      NEEDS.some((known) => known === need),
      need,
    )
  const { first, inThree } = shares(sentences.map((sentence) => placeOf(search, sentence)))
  assert.ok(first >= LEAST_FIRST, `first hit: ${(100 * first).toFixed(1)} %`)
  assert.ok(inThree >= LEAST_IN_THREE, `in the first three: ${(100 * inThree).toFixed(1)} %`)
})

test('so does what other people say, who have not seen an example, also in nynorsk and dialect', () => {
  const { first, inThree } = shares(
    sentencesIn('unseen-sentences.csv').map((sentence) => placeOf(search, sentence)),
  )
  assert.ok(first >= LEAST_FIRST, `first hit: ${(100 * first).toFixed(1)} %`)
  assert.ok(inThree >= LEAST_IN_THREE, `in the first three: ${(100 * inThree).toFixed(1)} %`)
})

test('every need is found by somebody', () => {
  const sentences = sentencesIn('everyday-sentences.csv')
  assert.deepEqual(
    NEEDS.filter((need) => !sentences.some((sentence) => sentence.need === need)),
    [],
  )
})

test('sentences that were not learnt from are found too', () => {
  const places = Array.from({ length: PARTS_TRIED }, (_, part) => {
    const others = buildNeedSearch(
      readSearchWords(),
      examples.filter((_example, index) => index % PARTS !== part),
    )
    return examples
      .filter(({ need }, index) => index % PARTS === part && need !== 'nothing')
      .map(({ need, sentence }) => placeOf(others, { need, text: sentence }))
  })
  const { first, inThree } = shares(places.flat())
  assert.ok(first >= LEAST_FIRST_UNLEARNT, `first hit: ${(100 * first).toFixed(1)} %`)
  assert.ok(inThree >= LEAST_IN_THREE_UNLEARNT, `in the first three: ${(100 * inThree).toFixed(1)} %`)
})

test('a need with few examples, and a sentence that stands twice, stop the portal', () => {
  assert.ok(ExampleSentencesSchema.safeParse(examples).success)
  assert.ok(!ExampleSentencesSchema.safeParse(examples.filter(({ need }) => need !== 'bus')).success)
  const [{ sentence } = { sentence: '' }] = examples
  const twice = [...examples, { need: 'other', language: 'nb', sentence: `${sentence.toUpperCase()}!` }]
  assert.ok(!ExampleSentencesSchema.safeParse(twice).success)
})

test('the examples are not those that the search is measured by', () => {
  const learnt = new Set(examples.map(({ sentence }) => foldWords(sentence).join(' ')))
  const lists = ['everyday-sentences.csv', 'unseen-sentences.csv'].flatMap(sentencesIn)
  assert.deepEqual(
    lists.filter(({ text }) => learnt.has(foldWords(text).join(' '))),
    [],
  )
})

test('what was found can be explained by words and concepts', () => {
  const reasons = whyFound(search, 'noen har stjålet sykkelen min', 'theft').map(({ by }) => by)
  assert.ok(reasons.slice(0, 6).includes('stjålet'), reasons.join(', '))
  assert.ok(reasons.includes('bicycle steal'), reasons.join(', '))
})

test('danger that is going on comes first, whatever else is said', () => {
  for (const text of [
    'mannen min slår meg nå',
    'somebody is breaking into my house right now',
    'han har kniv',
    'innbrudd på gang hos naboen',
    'he is breaking in right now',
    'noen prøver å komme inn døra',
    'han slår henne nå',
  ]) {
    assert.equal(searchNeeds(search, text)[0]?.need, 'emergency', text)
  }
})

test('"what do I do now" is no emergency, and neither is what happened long ago', () => {
  const said = [
    { need: 'theft', text: 'sykkelen min er stjålet, hva gjør jeg nå' },
    { need: 'theft', text: 'somebody stole my phone what should I do now' },
    { need: 'violence', text: 'jeg ble slått ned på byen, hva kan jeg gjøre nå' },
    { need: 'sexual-offence', text: 'det skjedde et overgrep da jeg var liten, kan jeg si fra nå' },
  ]
  for (const { need, text } of said) assert.equal(searchNeeds(search, text)[0]?.need, need, text)
})

test('what is done to a person is not taken for what is done to a thing', () => {
  const things = ['theft', 'vandalism', 'lost-property']
  for (const text of [
    'han slo meg og tok mobilen',
    'de truet meg med kniv og tok sykkelen',
    'jeg ble voldtatt og han tok veska mi',
    'de truet datteren min og stjal jakka hennes',
    'en mann tok på meg og stjal veska',
    'han som e bor i lag med dæljer te mæ',
    'eg er redd for sonen min',
  ]) {
    const [first] = searchNeeds(search, text)
    assert.ok(first && !things.includes(first.need), `${text}: ${first?.need}`)
  }
})

test('a window that was kicked in is not a person who was', () => {
  assert.equal(searchNeeds(search, 'noen slo inn ruta og tok veska')[0]?.need, 'theft')
  assert.equal(searchNeeds(search, 'speilet på bilen er sparket av')[0]?.need, 'vandalism')
})

test('a slip of the pen, a missing ring or dot and a dialect word change nothing', () => {
  for (const text of [
    'Noen har stjålet sykkelen',
    'noen har stjalet syklen',
    'nån har stjælt sykkeln',
    'NOEN HAR STJÅLETT SYKELEN',
  ]) {
    assert.equal(searchNeeds(search, text)[0]?.need, 'theft', text)
  }
})

test('one slip is a letter too many, too few, wrong or in its neighbour’s place', () => {
  for (const word of ['sykkel', 'skkel', 'syykkel', 'sykkal', 'skykel'])
    assert.ok(isOneSlip('sykkel', word), word)
  for (const word of ['syklus', 'kkel', 'sykkelen']) assert.ok(!isOneSlip('sykkel', word), word)
})

test('words are folded so that other keyboards write the same', () => {
  assert.deepEqual(foldWords('Bjørnen SOVER på Ænes'), foldWords('bjoernen sover paa aenes'))
  assert.notDeepEqual(foldWords('får'), foldWords('far'), 'å is no a with an accent')
})

test('nonsense finds nothing and stops nothing', () => {
  assert.deepEqual(searchNeeds(search, ''), [])
  assert.deepEqual(searchNeeds(search, '??? 12345 …'), [])
  assert.deepEqual(searchNeeds(search, 'hvordan lage vafler'), [])
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      for (const { need, score } of searchNeeds(search, text)) {
        assert.ok(NEEDS.includes(need))
        assert.ok(score > 0)
      }
    }),
    { numRuns: 100 },
  )
})

test('ninety-nine of a hundred searches take less than five milliseconds', () => {
  const sentences = sentencesIn('everyday-sentences.csv').map(({ text }) => text)
  const longest = `${'abcdefghij'.repeat(4)} `.repeat(7)
  // The best of a few: on a busy machine a moment may belong to another process.
  const times = [...sentences, longest].map((text) => Math.min(...[1, 2, 3, 4, 5].map(() => timeOf(text))))
  const sorted = times.sort((a, b) => a - b)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0
  assert.ok(p99 < MOST_MILLISECONDS, `${p99.toFixed(2)} ms`)
})
