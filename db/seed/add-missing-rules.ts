import type { Engine } from '../engine.ts'
import { deliveredRules } from './delivered-rules.ts'

/**
 * Adds the rules that came with a later version than the database's. Those that are there stay: an operator may have
 * changed them. Answers how many were added.
 */
export async function addMissingRules(engine: Engine): Promise<number> {
  const { serviceRules } = engine.tables
  return engine.write(async (tx) => {
    const there = new Set((await tx.select().from(serviceRules)).map(nameOf))
    const missing = deliveredRules().filter((rule) => !there.has(nameOf(rule)))
    if (missing.length > 0) await tx.insert(serviceRules).values(missing)
    return missing.length
  })
}

function nameOf({
  service,
  attribute,
  appliesTo,
}: {
  service: string
  attribute: string
  appliesTo: string
}): string {
  return `${service} ${attribute} ${appliesTo}`
}
