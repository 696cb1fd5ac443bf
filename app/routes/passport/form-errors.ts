import type { z } from 'zod'
import type { FormError, FormErrors } from '#app/components/form/form-error.ts'
import type { TextKey } from '#app/components/page-handle.ts'
import { i18nFor } from '#app/i18n/i18n.ts'

/** The first error of each field, in the order of the schema; its message is a text key (house-style 13). */
export function formErrors(error: z.ZodError): FormErrors {
  const errors: Record<string, FormError> = {}
  for (const { path, message } of error.issues) {
    // One of several fields of a kind is called by its number, from 1: "name-2".
    const field = path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('-')
    const index = path.find((part) => typeof part === 'number')
    const key = textKey(message)
    errors[field] ??= index === undefined ? key : { key, options: { number: index + 1 } }
  }
  return errors
}

function textKey(message: string): TextKey {
  if (!isTextKey(message)) throw new Error(`A form says "${message}", which is no text key`)
  return message
}

function isTextKey(message: string): message is TextKey {
  return i18nFor('nb').exists(message)
}
