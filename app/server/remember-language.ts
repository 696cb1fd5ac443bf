import type { RequestHandler } from 'express'
import { isLanguage, languageCookie, rememberedLanguage } from '#app/i18n/languages.ts'

const YEAR_MILLISECONDS = 365 * 86_400_000

/** Remembers the language of the address for the next visit, when it is another than the one that is remembered. */
export function rememberLanguage({ isSecure }: { isSecure: boolean }): RequestHandler {
  const name = languageCookie({ isSecure })
  return (request, response, next) => {
    const language = request.path.split('/')[1]
    if (isLanguage(language) && rememberedLanguage(request.headers.cookie) !== language) {
      response.cookie(name, language, {
        ...{ sameSite: 'lax', httpOnly: true, secure: isSecure, path: '/' },
        maxAge: YEAR_MILLISECONDS,
      })
    }
    next()
  }
}
