import { useTranslation } from 'react-i18next'
import { NAMESPACES, type Translate } from '#app/i18n/i18n.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'

/** The texts and the language of the page; keys name their namespace: `t('passport:who.title')`. */
export function useTexts(): { t: Translate; language: Language } {
  const { t, i18n } = useTranslation(NAMESPACES)
  return { t, language: isLanguage(i18n.language) ? i18n.language : 'nb' }
}
