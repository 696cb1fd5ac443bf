import { translator } from '#app/i18n/i18n.ts'
import { phoneParts } from '#app/i18n/phone-parts.ts'
import type { Language } from '#app/i18n/languages.ts'
import { waitWords } from '#app/i18n/wait-words.ts'

export type PlainPageName =
  | 'outage'
  | 'busy'
  | 'badRequest'
  | 'foreignPost'
  | 'tooLarge'
  | 'tooLong'
  | 'tooMany'
  | 'wrongHost'
  | 'unexpected'

type About = {
  /** What the request is found by in the log. */
  reference?: string
  /** For a page that says how long to wait. */
  retryAfterSeconds?: number
}

/**
 * A page that needs nothing but this process: for when the database is away or a request is turned off at the door.
 * It still says how to reach the police.
 */
export function plainPage(language: Language, name: PlainPageName, about: About = {}): string {
  const t = translator(language)
  const { reference, retryAfterSeconds } = about
  const title = escapeHtml(t(`errors:${name}.title`))
  const wait = retryAfterSeconds === undefined ? null : waitWords(retryAfterSeconds, t)
  const paragraphs = [
    ...(wait === null ? [] : [t('errors:wait', { wait })]),
    t(`errors:${name}.body`),
    t('errors:callInstead'),
  ].map((text) => `<p>${withCalls(text)}</p>`)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${escapeHtml(t('common:portalName'))}</title>
<link rel="stylesheet" href="/plain.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs.join('\n')}
<p><strong>${withCalls(t('errors:emergency'))}</strong></p>
<p><a href="/${language}">${escapeHtml(t('errors:toFront'))}</a></p>
${reference ? `<p>${escapeHtml(t('errors:reference', { reference }))}</p>\n` : ''}</main>
</body>
</html>
`
}

function withCalls(text: string): string {
  return phoneParts(text)
    .map(({ text, href }) => (href === null ? escapeHtml(text) : `<a href="${href}">${escapeHtml(text)}</a>`))
    .join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
