import assert from 'node:assert/strict'
import test from 'node:test'
import {
  buildPlaceIndex,
  findPlace,
  foldName,
  namesakesOf,
  suggestPlaces,
  type Place,
  type PlaceAnswer,
} from '#app/domain/geography/find-place.ts'
import { aPlace } from '#tests/support/builders.ts'

const index = buildPlaceIndex([
  aPostCode('1337', 'Sandvika'),
  aPostCode('0001', 'Oslo'),
  aPlace({ name: 'Sandvika', municipalityNumber: '3201', size: 9 }),
  aPlace({ name: 'Sandvika', municipalityNumber: '5044', size: 2 }),
  aPlace({ name: 'Tromsø', municipalityNumber: '5501', size: 30 }),
  aMunicipality('5501', ['Tromsø', 'Romsa', 'Tromssa'], 78_000),
  aPlace({ name: 'Ålesund', municipalityNumber: '1508', size: 20 }),
  aMunicipality('5610', ['Karasjok', 'Kárášjohka', 'Kaarasjoki'], 2_600),
  aPlace({ name: 'Bø', municipalityNumber: '4012', size: 3 }),
  aPlace({ name: 'Bø', municipalityNumber: '1867', size: 2 }),
  aPlace({ name: 'Bøverdal', municipalityNumber: '3434' }),
  aPlace({ name: 'Gáivuotna', municipalityNumber: '5540' }),
  aPlace({ name: 'Máttatvárri Ŧ', municipalityNumber: '5541' }),
  aPlace({ name: "L'Abbaye", municipalityNumber: '0302' }),
  aPlace({ name: 'Kristiansand', municipalityNumber: '4204', size: 40 }),
  aPlace({ name: 'Kristiansund', municipalityNumber: '1505', size: 20 }),
])

test('a post code leads to its place, with or without the name', () => {
  for (const typed of ['1337', ' 1337 ', '1337 Sandvika', '1337 sandvika']) {
    assert.equal(idOf(findPlace(index, typed)), 'post-1337', typed)
  }
})

test('a post code with leading zeros is a post code', () => {
  assert.equal(idOf(findPlace(index, '0001')), 'post-0001')
})

test('half a post code is told from one that does not exist', () => {
  assert.deepEqual(findPlace(index, '13'), { found: 'none', reason: 'half-post-code' })
  assert.deepEqual(findPlace(index, '133'), { found: 'none', reason: 'half-post-code' })
  assert.deepEqual(findPlace(index, '9999'), { found: 'none', reason: 'unknown-post-code' })
  assert.deepEqual(findPlace(index, '13377'), { found: 'none', reason: 'unknown-post-code' })
})

test('nothing, spaces or signs are nothing typed', () => {
  for (const typed of ['', '   ', '-', '’', '???']) {
    assert.deepEqual(findPlace(index, typed), { found: 'none', reason: 'empty' }, typed)
  }
})

test('a name is found without its special letters, in any case', () => {
  for (const typed of ['Tromsø', 'tromsø', 'TROMSØ', 'tromso', 'Tromsö', 'tromsoe']) {
    assert.equal(idOf(findPlace(index, typed)), 'municipality-5501', typed)
  }
  for (const typed of ['Ålesund', 'ålesund', 'Alesund', 'Aalesund', 'AALESUND']) {
    assert.equal(idOf(findPlace(index, typed)), 'place-1508-Ålesund', typed)
  }
})

test('a municipality is found by each of its names', () => {
  for (const typed of ['Karasjok', 'karasjok', 'Kárášjohka', 'karasjohka', 'Kaarasjoki']) {
    assert.equal(idOf(findPlace(index, typed)), 'municipality-5610', typed)
  }
  assert.equal(idOf(findPlace(index, 'Romsa')), 'municipality-5501')
})

test('a municipality stands for the place of the same name in it', () => {
  assert.deepEqual(idsOf(findPlace(index, 'Tromsø')), ['municipality-5501'])
})

test('places that share a name are a choice, the larger first', () => {
  assert.deepEqual(idsOf(findPlace(index, 'Sandvika')), ['place-3201-Sandvika', 'place-5044-Sandvika'])
  assert.deepEqual(idsOf(findPlace(index, 'bo')), ['place-4012-Bø', 'place-1867-Bø'])
})

test('a town is meant rather than a hamlet of the same name, which is offered beside it', () => {
  const molde = aMunicipality('1506', ['Molde'], 32_816)
  const hamlet = aPlace({ name: 'Molde', municipalityNumber: '1547', size: 1 })
  const bryne = aPlace({ name: 'Bryne', municipalityNumber: '1121', size: 5 })
  const index = buildPlaceIndex([
    ...[molde, hamlet, bryne, aPlace({ name: 'Bryne', municipalityNumber: '1120', size: 1 })],
    ...[aMunicipality('1867', ['Bø'], 2_634), aPlace({ name: 'Bø', municipalityNumber: '4020', size: 0 })],
    ...[aMunicipality('3114', ['Våler'], 6_145), aMunicipality('3419', ['Våler'], 3_615)],
    ...[
      aMunicipality('4622', ['Kvam'], 8_496),
      aPlace({ name: 'Kvam', municipalityNumber: '3436', size: 2 }),
    ],
  ])
  assert.deepEqual(findPlace(index, 'molde'), { found: 'one', place: molde })
  assert.deepEqual(namesakesOf(index, molde), [hamlet])
  assert.deepEqual(namesakesOf(index, hamlet), [molde])
  assert.deepEqual(findPlace(index, 'Bryne'), { found: 'one', place: bryne })
  // Two municipalities, a small one beside a hamlet, and one beside a village: nobody can say which is meant.
  for (const typed of ['Bø', 'Våler', 'Kvam']) assert.equal(idsOf(findPlace(index, typed)).length, 2, typed)
})

test('a whole name is not mixed with longer ones that begin with it', () => {
  const answer = findPlace(index, 'Bø')
  assert.ok(!idsOf(answer).includes('place-3434-Bøverdal'))
})

test('the beginning of a name finds it', () => {
  assert.equal(idOf(findPlace(index, 'Sand')), 'place-3201-Sandvika')
  assert.equal(idOf(findPlace(index, 'bøve')), 'place-3434-Bøverdal')
})

test('a slip of the finger finds what resembles it, and says so', () => {
  for (const typed of ['Trmsø', 'Trosmø', 'Tromsøø', 'Trumsø']) {
    const answer = findPlace(index, typed)
    assert.deepEqual(idsOf(answer), ['municipality-5501'], typed)
    assert.equal(answer.found === 'several' && answer.exact, false, typed)
  }
})

test('two slips are forgiven in a long name, and the closest comes alone', () => {
  assert.deepEqual(idsOf(findPlace(index, 'Kristiannsnd')), [
    'place-4204-Kristiansand',
    'place-1505-Kristiansund',
  ])
  assert.deepEqual(idsOf(findPlace(index, 'Kristiansamd')), ['place-4204-Kristiansand'])
})

test('what resembles nothing is an unknown place', () => {
  for (const typed of ['Xyzzy', 'Tr0ms', 'q']) {
    assert.deepEqual(findPlace(index, typed), { found: 'none', reason: 'unknown-place' }, typed)
  }
})

test('Sami letters and apostrophes may be left out', () => {
  assert.equal(idOf(findPlace(index, 'gaivuotna')), 'place-5540-Gáivuotna')
  assert.equal(idOf(findPlace(index, 'mattatvarri t')), 'place-5541-Máttatvárri Ŧ')
  assert.equal(idOf(findPlace(index, 'l’abbaye')), "place-0302-L'Abbaye")
})

test('a folded name folds to itself', () => {
  for (const { names } of index.byId.values()) {
    for (const name of names) assert.equal(foldName(foldName(name)), foldName(name))
  }
})

test('suggestions come by beginning, the best known first, and not more than wanted', () => {
  assert.deepEqual(
    suggestPlaces(index, 'kris', 5).map(({ name }) => name),
    ['Kristiansand', 'Kristiansund'],
  )
  assert.deepEqual(
    suggestPlaces(index, 'kris', 1).map(({ name }) => name),
    ['Kristiansand'],
  )
  assert.deepEqual(
    suggestPlaces(index, '1337', 5).map(({ id }) => id),
    ['post-1337'],
  )
  assert.deepEqual(suggestPlaces(index, '133', 5), [])
  assert.deepEqual(suggestPlaces(index, '', 5), [])
})

test('a letter with which very many names begin gives a choice that can be read', () => {
  const many = buildPlaceIndex(Array.from({ length: 40 }, (_, number) => aPlace({ name: `A${number}` })))
  const answer = findPlace(many, 'a')
  assert.equal(idsOf(answer).length, 12)
})

function aPostCode(code: string, place: string): Place {
  return aPlace({ name: `${code} ${place}`, id: `post-${code}`, kind: 'post-code', names: [code] })
}

function aMunicipality(number: string, names: string[], size: number): Place {
  const [name = ''] = names
  return aPlace({
    name,
    names,
    size,
    id: `municipality-${number}`,
    kind: 'municipality',
    municipalityNumber: number,
  })
}

function idsOf(answer: PlaceAnswer): string[] {
  if (answer.found === 'none') return []
  return (answer.found === 'one' ? [answer.place] : answer.places).map(({ id }) => id)
}

/** The only match, or the first of several that were typed rightly. */
function idOf(answer: PlaceAnswer): string | undefined {
  return answer.found === 'several' && !answer.exact ? undefined : idsOf(answer)[0]
}

test('a municipality with a Sámi name stands for the place that has it too', () => {
  const karasjok = aPlace({
    ...{ id: 'municipality-5610', kind: 'municipality', municipalityNumber: '5610' },
    ...{ name: 'Kárášjohka – Karasjok', names: ['Karasjok', 'Kárášjohka'] },
  })
  const index = buildPlaceIndex([karasjok, aPlace({ name: 'Kárášjohka', municipalityNumber: '5610' })])
  for (const typed of ['Kárášjohka', 'karasjohka', 'Karasjok']) {
    assert.deepEqual(findPlace(index, typed), { found: 'one', place: karasjok })
  }
})
