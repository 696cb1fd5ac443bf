import assert from 'node:assert/strict'
import test from 'node:test'
import { CONTENT } from '#db/queries/content.ts'
import { readGuide } from '#db/seed/channels/read-guide.ts'
import { createRouteTable } from '#app/server/route-table.ts'
import { ownRoutes } from '#tests/support/own-routes.ts'

const { channels } = readGuide()

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
    assert.notEqual(table.match(`/nb${address}`)?.pattern, '/:language/*', `${id} leads to ${address}`)
  }
})
