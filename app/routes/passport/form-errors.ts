import type { z } from 'zod'
import type { FormError, FormErrors } from '#app/components/form/form-error.ts'
import type { TextKey } from '#app/components/page-handle.ts'
import { i18nFor } from '#app/i18n/i18n.ts'

/**
 * The first error of each field; its message is a text key (house-style 13). They stand in the order of `values`, which is
 * that of the page; without them in that of the schema.
 */
export function formErrors(error: z.ZodError, values: object = {}): FormErrors {
  const errors: Record<string, FormError> = {}
  // Zod tells last what is about several fields.
  const order = Object.keys(values)
  const placeOf = ({ path }: z.core.$ZodIssue) => order.indexOf(String(path[0]))
  for (const { path, message } of error.issues.toSorted((a, b) => placeOf(a) - placeOf(b))) {
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
