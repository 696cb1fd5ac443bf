import type { Request } from 'express'
import { isLanguage, nearestLanguage, rememberedLanguage, type Language } from '#app/i18n/languages.ts'

/** The language of an answer: the address's, else the remembered, else the browser's. */
export function languageOf(request: Request): Language {
  const first = request.path.split('/')[1]
  return isLanguage(first)
    ? first
    : nearestLanguage(rememberedLanguage(request.headers.cookie), request.headers['accept-language'] ?? null)
}
