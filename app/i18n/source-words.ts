import type { Translate } from './i18n.ts'

/** Where a rule or a fact is from, in words that staff can read: the data names files and notes of those who made it. */
export function sourceWords(source: string, t: Translate): string {
  let section = ''
  const parts = source.split('; ').map((part) => {
    const [, named, line] = /^(?:domain\.md (§\d))?(?: ?(?:rule|row) (\d+))?$/.exec(part) ?? []
    section = named ?? section
    if (named || line) return sectionWords(section, line ?? null, t)
    return wordsOf(part, t)
  })
  return [...new Set(parts)].join('; ')
}

function sectionWords(section: string, number: string | null, t: Translate): string {
  switch (section) {
    case '§2':
      return number === null ? t('staff:source.services') : t('staff:source.serviceRow', { number })
    case '§3':
      return number === null ? t('staff:source.rules') : t('staff:source.rule', { number })
    case '§4':
      return t('staff:source.passport')
    case '§5':
      return t('staff:source.organisation')
    case '§6':
      return t('staff:source.law')
    case '§7':
      return t('staff:source.measured')
    default:
      return t('staff:source.idea')
  }
}

function wordsOf(part: string, t: Translate): string {
  switch (part) {
    case 'domain.md §3 online list':
      return t('staff:source.online')
    case 'own choice':
      return t('staff:source.own')
    case 'own choice: looked for at once':
      return t('staff:source.ownAtOnce')
    case 'own choice: the foreign service issues passports abroad':
      return t('staff:source.ownAbroad')
    case 'unverified':
      return t('staff:source.unverified')
    case 'services.csv':
      return t('staff:source.serviceTable')
    case 'passport-mobile-stops.csv':
      return t('staff:source.busTable')
    default:
      // The title of a document, as it is.
      return part
  }
}
