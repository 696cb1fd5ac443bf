import type { SaidWords } from '#app/components/said-list.tsx'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { saidStored } from '#app/use-cases/said.server.ts'

/** What somebody said to the guide in the words of whoever reads it; null when nothing went along. */
export function saidWords(text: string | null, language: Language): SaidWords | null {
  const said = saidStored(text)
  if (!said) return null
  const t = translator(language)
  return {
    about: t(`channels:need.${said.need}.title`),
    answers: said.answers.map(([question, given]) => {
      const answer = given.map((one) => t(`channels:answer.${one}`)).join('. ')
      return `${t(`channels:question.${question}`)} ${answer || t('guide:outcome.noneOfThese')}.`
    }),
  }
}
