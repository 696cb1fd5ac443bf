import type { Request } from 'express'
import { LANGUAGE_COOKIE, isLanguage, nearestLanguage, type Language } from '#app/i18n/languages.ts'

/** The language of an answer: the address's, else the remembered, else the browser's. */
export function languageOf(request: Request): Language {
  const first = request.path.split('/')[1]
  return isLanguage(first)
    ? first
    : nearestLanguage(cookieOf(request, LANGUAGE_COOKIE), request.headers['accept-language'] ?? null)
}

export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}
