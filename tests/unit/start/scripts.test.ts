import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { TOP } from '#app/start/runtime.js'

const text = readFileSync(join(TOP, 'package.json'), 'utf8')

// Of two commands of one name the last one counts, and nothing says so: a merge left two of `serve`.
test('no name stands twice in a block of package.json', () => {
  const twice: string[] = []
  let names = new Set<string>()
  for (const line of text.split('\n')) {
    if (/[{}]\s*,?$/.test(line)) names = new Set()
    const name = /^\s*"([^"]+)":/.exec(line)?.[1]
    if (name === undefined) continue
    if (names.has(name)) twice.push(name)
    names.add(name)
  }
  assert.deepEqual(twice, [])
})

test('Threat 16: what serves or works runs without __proto__', () => {
  const long = text.split('\n').filter((line) => /node .*(server|start\/worker)\.ts"/.test(line))
  assert.equal(long.length, 2)
  for (const line of long) assert.match(line, /node --disable-proto=delete /)
  const start = readFileSync(join(TOP, 'app/start/start.js'), 'utf8')
  assert.match(start, /SAFELY = \['--disable-proto=delete'\]/)
  assert.match(start, /run\(node, \[\.\.\.SAFELY, join\(TOP, 'server\.ts'\)/)
})
