import type { Language } from '#app/i18n/languages.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { unitName } from './unit-name.ts'

type Choice = { value: string; label: string }

/** Where a role can be given, by name: nobody knows the ids. */
export function unitsByName(
  catalogue: Portal['catalogue'],
  language: Language,
): { districts: Choice[]; offices: Choice[] } {
  const byName = (ids: Iterable<string>) =>
    [...ids]
      .map((value) => ({ value, label: unitName(catalogue, value, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nb'))
  return { districts: byName(catalogue.districts.keys()), offices: byName(catalogue.offices.keys()) }
}
