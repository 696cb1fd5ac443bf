import type { ServiceRule } from '#app/domain/rules/rule.ts'
import { readData, readPortalRules, type Data } from './read-data.ts'

/** The rules that the portal is delivered with: the imported ones and those of its own. */
export function deliveredRules({ serviceRules }: Data = readData()): ServiceRule[] {
  return [...serviceRules, ...readPortalRules()].map((row) => ({
    service: row.service,
    attribute: row.attribute,
    appliesTo: row.applies_to,
    value: row.value,
    unit: row.unit,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    confidence: row.confidence,
    source: row.source,
  }))
}
