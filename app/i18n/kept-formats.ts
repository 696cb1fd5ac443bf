import type { Language } from './languages.ts'

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const

/** Each is made once: making one takes a hundred times as long as using it, and a page uses dozens. */
function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (language: Language, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = made.get(key) ?? make(LOCALES[language], options)
    made.set(key, format)
    return format
  }
}

/** Formats the epoch milliseconds of a day at midnight UTC: see `utcOf`. */
export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
)

export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)

export const listFormat = kept(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
)

/** A day as `dateFormat` takes it. */
export function utcOf({ year, month, day }: Temporal.PlainDate): number {
  return Date.UTC(year, month - 1, day)
}
