import type { TextKey } from '#app/components/page-handle.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** What is wrong with a field: a text key, with a number where the words say which one of several it is about. */
export type FormError = TextKey | { key: TextKey; options: { number: number } }

/** Errors by the id of their field, in page order. */
export type FormErrors = Readonly<Record<string, FormError>>

/** The words of an error, the same in the summary and at the field. */
export function errorText(error: FormError, t: Translate): string {
  return typeof error === 'string' ? t(error) : t(error.key, error.options)
}
