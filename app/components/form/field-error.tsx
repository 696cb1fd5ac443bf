import { ValidationMessage } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { errorText, type FormError } from './form-error.ts'

/** The error at its field, in the same words as in the summary. */
export function FieldError({ id, message }: { id: string; message: FormError | undefined }) {
  const { t } = useTexts()
  if (!message) return null
  return (
    <ValidationMessage id={id} data-size="md">
      {errorText(message, t)}
    </ValidationMessage>
  )
}

/** Ids for `aria-describedby`, the error first; undefined when there are none. */
export function describedBy(
  id: string,
  { hint, error }: { hint: boolean; error: boolean },
): string | undefined {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
