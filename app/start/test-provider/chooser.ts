import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

export type Choice = { subject: string; name: string; about: string }

/** The page of the test provider on which one chooses who to be. No script, one form, a button for each person. */
export function chooserPage(
  language: Language,
  { title, action, choices }: { title: string; action: string; choices: readonly Choice[] },
): string {
  const t = translator(language)
  const buttons = choices.map(
    ({ subject, name, about }) =>
      `<li><button name="subject" value="${escapeHtml(subject)}">${escapeHtml(name)}</button><br>${escapeHtml(about)}</li>`,
  )
  return page(
    language,
    title,
    `<p>${escapeHtml(t('login:provider.lead'))}</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${buttons.join('\n')}
</ul>
<p><button name="cancel" value="yes">${escapeHtml(t('login:provider.cancel'))}</button></p>
</form>`,
  )
}

/** A page of the provider that only says something. */
export function providerPage(language: Language, { title, body }: { title: string; body: string }): string {
  return page(language, title, body)
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 36rem; margin: 6vh auto; padding: 0 1.25rem; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 1.25rem; }
button { font: inherit; min-height: 2.75rem; padding: 0.25rem 1rem; border: 2px solid; border-radius: 0.25rem; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
