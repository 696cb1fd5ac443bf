import { isLanguage, nearestLanguage, rememberedLanguage, type Language } from '#app/i18n/languages.ts'

/** The language of a request whose address names none: remembered, else what the browser asks for. */
export function requestLanguage(request: Request): Language {
  const remembered = rememberedLanguage(request.headers.get('Cookie'))
  return nearestLanguage(remembered, request.headers.get('Accept-Language'))
}

/**
 * The language of a page's address.
 * @throws {Response} 404 for a language that we do not have
 */
export function languageOf(params: { language?: string }): Language {
  if (!isLanguage(params.language)) throw new Response(null, { status: 404 })
  return params.language
}
