import { Label } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { FieldError } from './field-error.tsx'
import type { FormError } from './form-error.ts'

type Props = { id: string; label: ReactNode; hint?: ReactNode; error: FormError | undefined }

/** What stands above a field: its label, a hint, and its error; `describedBy` ties them to it. */
export function FieldHead({ id, label, hint, error }: Props) {
  return (
    <>
      <Label htmlFor={id}>{label}</Label>
      {hint ? (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} message={error} />
    </>
  )
}
