import i18next, { type i18n, type TFunction } from 'i18next'
import type { Language } from './languages.ts'
import { resources } from './resources.ts'

export const NAMESPACES = [
  'common',
  'appointments',
  'display',
  'errors',
  'front',
  'login',
  'me',
  'messages',
  'passport',
  'people',
  'queue',
  'queue-office',
  'see',
  'staff',
  'staff-queue',
  'statements',
  'tickets',
  'validation',
] as const

/** One instance per language, made once: nothing in it changes between requests. */
const instances = new Map<Language, i18n>()

export function i18nFor(language: Language): i18n {
  const made = instances.get(language)
  if (made) return made
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    // No fallback: a missing text must be seen, not hidden behind another language.
    fallbackLng: false,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    resources: { [language]: resources[language] },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => {
      throw new Error(`No text for ${namespace}:${key} in ${language}`)
    },
  })
  instances.set(language, instance)
  return instance
}

export type Translate = TFunction<typeof NAMESPACES>

const translators = new Map<Language, Translate>()

/** The texts of a language. Keys name their namespace: `t('passport:who.title')`. */
export function translator(language: Language): Translate {
  const made = translators.get(language) ?? keepTexts(i18nFor(language).getFixedT(language, [...NAMESPACES]))
  translators.set(language, made)
  return made
}

/** A text without anything to fill in is looked up once: i18next takes some microseconds each time, a page has dozens. */
function keepTexts(t: Translate): Translate {
  const texts = new Map<unknown, unknown>()
  return new Proxy(t, {
    apply(target, self, args: unknown[]) {
      if (args.length !== 1) return Reflect.apply(target, self, args)
      const [key] = args
      if (!texts.has(key)) texts.set(key, Reflect.apply(target, self, args))
      return texts.get(key)
    },
  })
}
