import assert from 'node:assert/strict'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { ContentSchema } from '#db/seed/content/content-schema.ts'

const [service] = CONTENT.services
const [advice] = CONTENT.advice
const nothing = { services: [], advice: [] }
const alone = { services: [{ ...service, related: nothing }], advice: [{ ...advice, related: nothing }] }

function refusal(changed: object): string[] {
  const checked = ContentSchema.safeParse({ ...alone, ...changed })
  return checked.success ? [] : checked.error.issues.map(({ message }) => message)
}

function withService(changed: object): string[] {
  return refusal({ services: [{ ...alone.services[0], ...changed }] })
}

test('one page of each kind, without others to lead on to, is taken', () => {
  assert.deepEqual(refusal({}), [])
})

test('what the portal does needs an address, and what it does not may have none', () => {
  const message = ['what the portal does has an address to begin at, and nothing else has']
  assert.deepEqual(withService({ state: 'here', flow: null }), message)
  assert.deepEqual(withService({ state: 'coming', flow: '/guide' }), message)
})

test('a price by rules names rules, another names none', () => {
  const message = ['a price by rules names them']
  assert.deepEqual(withService({ price: 'rules', priceRules: [] }), message)
  assert.deepEqual(withService({ price: 'none', priceRules: ['passport-fee'] }), message)
})

test('a page that leads to one that is not there, or to itself, is refused', () => {
  const { id = '' } = service ?? {}
  for (const other of ['nowhere', id]) {
    assert.deepEqual(withService({ related: { services: [other], advice: [] } }), [
      `${id} leads on to ${other}, which is no other page`,
    ])
  }
})

test('a sensitive page has an address that says nothing, another has none, and no two have the same', () => {
  const message = ['a sensitive page has an address that says nothing, and no other page has one']
  assert.deepEqual(withService({ isSensitive: true, neutralPath: null }), message)
  assert.deepEqual(withService({ isSensitive: false, neutralPath: 'page-1' }), message)
  assert.deepEqual(withService({ isSensitive: true, neutralPath: 'help' }), ['must say nothing'])
  const hidden = { ...alone.services[0], isSensitive: true, neutralPath: 'page-1' }
  assert.deepEqual(refusal({ services: [hidden, { ...hidden, id: 'another' }] }), [
    'two pages of services have one address',
  ])
})

test('two pages of one address are refused, and so is a rule that nobody may read', () => {
  assert.deepEqual(refusal({ services: [alone.services[0], alone.services[0]] }), [
    `${service?.id} stands twice`,
  ])
  assert.equal(withService({ price: 'rules', priceRules: ['any-limit-reads'] }).length, 1)
})
