import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

export type PlainPageName = 'outage' | 'busy' | 'badRequest' | 'foreignPost' | 'tooLarge'

/**
 * A page that needs nothing but this process: for when the database is away or a request is turned off at the door.
 * It still says how to reach the police.
 */
export function plainPage(language: Language, name: PlainPageName): string {
  const t = translator(language)
  const text = (key: 'title' | 'body') => escapeHtml(t(`errors:${name}.${key}`))
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text('title')} – ${escapeHtml(t('common:portalName'))}</title>
<link rel="stylesheet" href="/plain.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<main>
<h1>${text('title')}</h1>
<p>${text('body')}</p>
<p>${escapeHtml(t('errors:callInstead'))}</p>
<p><strong>${escapeHtml(t('errors:emergency'))}</strong></p>
<p><a href="/${language}">${escapeHtml(t('errors:toFront'))}</a></p>
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
