import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { TOP } from '#app/start/runtime.js'
import { routeGroups } from '#app/server/route-groups.ts'
import { createRouteTable, type BuiltRoute } from '#app/server/route-table.ts'

const build = z.custom<ServerBuild>().parse(await import(join(TOP, 'build', 'server', 'index.js')))

function tableOf({ routes }: ServerBuild) {
  return createRouteTable(
    Object.values(routes).filter(
      (route): route is NonNullable<typeof route> & BuiltRoute => route !== undefined,
    ),
  )
}

test('each address finds the same route in its part of the portal as in the whole', () => {
  const whole = tableOf(build)
  const groupOf = routeGroups(build)
  const addresses = whole.patterns.map((pattern) =>
    pattern.replace(':language', 'nb').replace(/:\w+/g, 'a').replace('*', 'nowhere'),
  )
  const more = [
    '/nb/nowhere',
    '/nowhere',
    '/',
    '/nb/passport/nowhere',
    '/nb/me.data',
    '/NB/Passport',
    '//',
    '/nb/%70assport',
  ]
  assert.ok(addresses.length > 40)
  for (const address of [...addresses, ...more]) {
    assert.deepEqual(tableOf(groupOf(address)).match(address), whole.match(address), address)
  }
})

test('no part has more than half of all routes', () => {
  const groupOf = routeGroups(build)
  const count = (path: string) => Object.keys(groupOf(path).routes).length
  const all = Object.keys(build.routes).length
  for (const path of ['/nb', '/nb/passport', '/nb/appointments', '/nb/staff', '/nb/me']) {
    assert.ok(count(path) < all / 2, `${path}: ${count(path)} of ${all}`)
  }
})
