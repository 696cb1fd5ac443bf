import { Textarea } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { describedBy } from './field-error.tsx'
import { FieldHead } from './field-head.tsx'
import type { FormError } from './form-error.ts'

type Props = {
  /** Also the name that is posted. */
  id: string
  label: ReactNode
  hint?: ReactNode
  value: string
  error: FormError | undefined
  rows?: number
}

/** A field for words of one's own. No browser keeps them: they may be read on a shared device. */
export function TextArea({ id, label, hint, value, error, rows = 8 }: Props) {
  return (
    <div className="ds-field field">
      <FieldHead {...{ id, label, hint, error }} />
      <Textarea
        id={id}
        name={id}
        rows={rows}
        defaultValue={value}
        autoComplete="off"
        aria-describedby={describedBy(id, { hint: Boolean(hint), error: Boolean(error) })}
        aria-required
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}
