import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { z } from 'zod'
import { TOP } from '#app/start/runtime.js'

const Versions = z.record(z.string(), z.string()).optional()
const Package = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
})
const Lock = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    Package.extend({
      version: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
})

const text = (file: string) => readFileSync(join(TOP, file), 'utf8')
const own = Package.parse(JSON.parse(text('package.json')))
const { packages } = Lock.parse(JSON.parse(text('package-lock.json')))

// `npm sbom` makes a bill of materials of the lock file.
test('each package that we use is named with one version, and the lock file says the same', () => {
  const wanted = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
  assert.ok(Object.keys(wanted).length > 50)
  for (const [name, version] of Object.entries(wanted)) {
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
    assert.equal(packages[`node_modules/${name}`]?.version, version, name)
  }
})

test('each package, ours and theirs, is known by its hash and comes from the registry', () => {
  const others = Object.entries(packages).filter(([path]) => path !== '')
  assert.ok(others.length > 500)
  for (const [path, { integrity, link, resolved }] of others) {
    assert.match(integrity ?? '', /^sha512-/, path)
    assert.equal(link, undefined, path)
    assert.doesNotMatch(resolved ?? '', /^(git|file|http:)/, path)
  }
})

test('no package runs a script of its own when it is installed', () => {
  assert.match(text('.npmrc'), /^ignore-scripts=true$/m)
})
