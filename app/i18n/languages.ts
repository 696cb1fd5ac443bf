/** Languages that the portal is offered in. Northern Sámi follows when a native reader has approved its texts. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Under `__Host-` no neighbour on the same domain can set it; that needs https, which a demonstration has not. */
export function languageCookie({ isSecure }: { isSecure: boolean }): string {
  return isSecure ? '__Host-language' : 'language'
}

/** What the `Cookie` header of a request remembers; anything may stand in it. */
export function rememberedLanguage(cookies: string | null | undefined): string | undefined {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='))
  const valueOf = (name: string) => pairs.find(([key]) => key === name)?.[1]
  return valueOf(languageCookie({ isSecure: true })) ?? valueOf(languageCookie({ isSecure: false }))
}

export function isLanguage(value: string | undefined): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The language to answer in when the address names none: the remembered one, else what the browser asks for. */
export function nearestLanguage(remembered: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(remembered)) return remembered
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.split('-')[0], weight: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    if (isLanguage(tag)) return tag
    if (tag === 'no' || tag === 'da' || tag === 'sv' || tag === 'se') return 'nb'
  }
  return wanted.length > 0 && wanted[0]?.tag !== '*' ? 'en' : 'nb'
}
