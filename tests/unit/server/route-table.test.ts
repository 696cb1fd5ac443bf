import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { matchRoutes, type AgnosticRouteObject } from '@remix-run/router'
import { createRouteTable } from '#app/server/route-table.ts'
import { ownRoutes } from '#tests/support/own-routes.ts'

const routes = ownRoutes()
const table = createRouteTable(routes)

test('an address that holds a secret is told by its pattern', () => {
  const match = table.match('/nb/passport/book/aaaaaaaaaaaaaaaaaaaaaa/review')
  assert.deepEqual(match, {
    pattern: '/:language/passport/book/:secret/review',
    params: { language: 'nb', secret: 'aaaaaaaaaaaaaaaaaaaaaa' },
  })
})

test('what a script asks for belongs to its page', () => {
  assert.equal(table.match('/nb/appointments/x.data')?.params.secret, 'x')
  assert.equal(table.match('/_root.data')?.pattern, '/')
})

test('letters of either case and signs in place of letters find the same page', () => {
  assert.equal(table.match('/nb/APPOINTMENTS/%61')?.params.secret, 'a')
})

test('an address that nobody has is one of the rest', () => {
  assert.equal(table.match('/nb/nowhere/at/all')?.pattern, '/:language/*')
  assert.equal(createRouteTable([]).match('/nb'), null)
})

test('the framework finds the same page for any address', () => {
  const parts = fc.constantFrom(
    'nb',
    'passport',
    'Book',
    'who',
    'time',
    'appointments',
    'x',
    'cancel',
    '%61',
    '',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (some) => {
      const path = `/${some.join('/')}`.replaceAll(/\/{2,}/g, '/')
      const found = matchRoutes(treeOf(null), path)
      const pattern = found
        ?.map(({ route }) => route.path ?? '')
        .filter(Boolean)
        .join('/')
      assert.equal(table.match(path)?.pattern, `/${pattern ?? ''}`, path)
    }),
    { numRuns: 500 },
  )
})

/** The routes as the router takes them. */
function treeOf(parentId: string | null): AgnosticRouteObject[] {
  return routes
    .filter((route) => (route.parentId ?? null) === parentId)
    .map(({ id, path, index }) =>
      index
        ? { id, index: true, ...(path ? { path } : {}) }
        : { id, ...(path ? { path } : {}), children: treeOf(id) },
    )
}
