import { Input } from '@digdir/designsystemet-react'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { describedBy } from './field-error.tsx'
import { FieldHead } from './field-head.tsx'
import type { FormError } from './form-error.ts'

type Props = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoFocus' | 'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck' | 'enterKeyHint' | 'autoCapitalize'
> & {
  /** Also the name that is posted. */
  id: string
  type?: 'text' | 'email' | 'tel'
  label: ReactNode
  hint?: ReactNode
  value: string
  error: FormError | undefined
  /** Must be filled in: heard at the field; what is seen is said once, by `RequiredNote`. */
  required?: boolean
  /** A short field for a short answer. */
  short?: boolean
}

/**
 * A label, an optional hint, an error and an input, tied together in the served HTML: Designsystemet itself ties them
 * in the browser only, and citizen pages have no script (architecture.md §6).
 */
export function TextField({ id, label, hint, value, error, required, short, ...input }: Props) {
  return (
    <div className="ds-field field">
      <FieldHead {...{ id, label, hint, error }} />
      <Input
        {...input}
        id={id}
        name={id}
        defaultValue={value}
        className={short ? 'short' : undefined}
        aria-describedby={describedBy(id, { hint: Boolean(hint), error: Boolean(error) })}
        // Not `required`: the browser would then check, in words of its own.
        aria-required={required}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
