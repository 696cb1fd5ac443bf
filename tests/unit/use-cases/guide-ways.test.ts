import assert from 'node:assert/strict'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { readGuide } from '#db/seed/channels/read-guide.ts'
import { createRouteTable } from '#app/server/route-table.ts'
import { ownRoutes } from '#tests/support/own-routes.ts'

const { channels, outcomes } = readGuide()

/** The id of a page of content that an address leads to. */
function contentId(address: string | null): string | null {
  return /^\/(?:services|advice)\/(.+)$/.exec(address ?? '')?.[1] ?? null
}

test('every way of the guide leads to a page that there is', () => {
  const table = createRouteTable(ownRoutes())
  const known = [...CONTENT.services, ...CONTENT.advice].map(({ id }) => id)
  for (const { id, address, isHere } of channels) {
    const page = contentId(address)
    if (page !== null) assert.ok(known.includes(page), `${id} leads to ${address}`)
    if (!isHere || !address?.startsWith('/')) continue
    assert.notEqual(
      table.match(`/nb${address.split('?')[0]}`)?.pattern,
      '/:language/*',
      `${id} leads to ${address}`,
    )
  }
})

test('every page of advice that an outcome names is there', () => {
  for (const { id, advice } of outcomes)
    assert.ok(advice === null || CONTENT.advice.some((one) => one.id === advice), `${id} names ${advice}`)
})

test('the guide does not promise a service that the portal does not have yet', () => {
  const coming = new Set(CONTENT.services.flatMap(({ id, state }) => (state === 'coming' ? [id] : [])))
  for (const { id, address, isHere } of channels) {
    assert.ok(!isHere || !coming.has(contentId(address) ?? ''), `${id} is said to be here`)
  }
})

test('an outcome says the price and the time that the page of its service says', () => {
  const PRICES = { none: 'free', unknown: 'unknown', rules: 'rules' } as const
  for (const { id, channel, price, handlingDays } of outcomes) {
    const page = contentId(channels.find((one) => one.id === channel)?.address ?? null)
    const service = CONTENT.services.find((one) => one.id === page)
    if (!service) continue
    assert.equal(price, PRICES[service.price], id)
    if (service.timeRules.length === 0) assert.equal(handlingDays, null, id)
  }
})

test('an outcome asks for nothing where the page of the service does not know what to bring', () => {
  for (const id of ['passport-lost', 'passport-lost-abroad', 'firearms']) {
    assert.deepEqual(outcomes.find((one) => one.id === id)?.bring, [], id)
  }
})

test('no outcome of a report says how long the case takes: the page of the service does not know', () => {
  for (const { id, handlingDays } of outcomes)
    if (id.startsWith('report-')) assert.equal(handlingDays, null, id)
})

test('what the portal does is opened at once, not a page that tells of it', () => {
  for (const { id, address, isHere } of channels) {
    const service = CONTENT.services.find((one) => one.id === contentId(address))
    if (!isHere || service?.state !== 'here') continue
    // Help for victims is given by others: its page is what the portal does.
    assert.equal(service.id, 'help-for-victims', `${id} leads to ${address}, and not to ${service.flow}`)
  }
})
