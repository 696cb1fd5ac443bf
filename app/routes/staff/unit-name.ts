import type { Language } from '#app/i18n/languages.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

/** What an office or a district is called; '' for the whole country. */
export function unitName(
  { offices, districts }: Portal['catalogue'],
  unit: string,
  language: Language,
): string {
  const district = districts.get(unit)
  return offices.get(unit)?.name ?? (language === 'nn' ? district?.nameNn : district?.nameNb) ?? unit
}
