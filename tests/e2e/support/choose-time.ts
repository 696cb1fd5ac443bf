import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { clickThrough } from './arrive.ts'

/** On the page of the times: chooses one by its row, and goes on with it. */
export async function chooseTime(page: Page, index: number, language: Language = 'nb'): Promise<void> {
  await markTime(page, index, language)
  await clickThrough(submitOf(page, language))
}

/** Chooses a time as a person does, by its row; answers its tick. */
export async function markTime(page: Page, index: number, language: Language = 'nb'): Promise<number> {
  // The page before may have radio buttons too, of other questions.
  await expect(submitOf(page, language)).toBeVisible()
  const time = page.getByRole('radio').nth(index)
  await time.check()
  return Number(await time.inputValue())
}

function submitOf(page: Page, language: Language) {
  return page.getByRole('button', { name: translator(language)('passport:when.submit') })
}
