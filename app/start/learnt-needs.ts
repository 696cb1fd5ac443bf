import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { LearntNeeds } from '#app/domain/channels/search-needs.ts'
import { TOP, contentsHash } from './runtime.js'

const FILE = join(TOP, 'build', 'learnt-needs.bin')

/** What is learnt depends on the examples and on how it is learnt. */
const SOURCES = ['app/domain/channels', 'db/seed/channels']

type Kept = { sources: string; learnt: LearntNeeds }

/** Keeps what was learnt with the build: learning anew at each start would leave everybody without an answer for a second. */
export function keepLearntNeeds(learnt: LearntNeeds): void {
  const kept: Kept = { sources: contentsHash(SOURCES), learnt }
  writeFileSync(FILE, serialize(kept))
}

/** What the build has learnt; null when there is none, or another than these sources would give. */
export function readLearntNeeds(): LearntNeeds | null {
  if (!existsSync(FILE)) return null
  const kept: Kept = deserialize(readFileSync(FILE))
  return kept.sources === contentsHash(SOURCES) ? kept.learnt : null
}
