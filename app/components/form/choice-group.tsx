import { Input, Label } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { describedBy, FieldError } from './field-error.tsx'
import type { FormError } from './form-error.ts'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

type Props = {
  type: 'radio' | 'checkbox'
  /** The name that is posted; the first choice has it as its id, so that an error can link to it. */
  name: string
  legend: ReactNode
  hint?: ReactNode
  choices: readonly Choice[]
  chosen: readonly string[]
  error?: FormError | undefined
}

/** Radio buttons or checkboxes as large rows, in a fieldset whose legend is the question. */
export function ChoiceGroup({ type, name, legend, hint, choices, chosen, error }: Props) {
  return (
    <fieldset
      className="ds-fieldset choices"
      aria-describedby={describedBy(name, { hint: Boolean(hint), error: Boolean(error) })}
    >
      <legend className="ds-label">{legend}</legend>
      {hint ? (
        <p id={`${name}-hint`} className="hint">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${name}-error`} message={error} />
      {choices.map((choice, index) => {
        const id = index === 0 ? name : `${name}-${choice.value}`
        return (
          <div key={choice.value} className="choice">
            <Input
              type={type}
              id={id}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              aria-describedby={describedBy(id, {
                hint: Boolean(choice.hint),
                error: Boolean(error) && index === 0,
              })}
              aria-invalid={error ? true : undefined}
            />
            <Label htmlFor={id} data-weight="regular">
              {choice.label}
            </Label>
            {choice.hint ? (
              <p id={`${id}-hint`} className="hint">
                {choice.hint}
              </p>
            ) : null}
          </div>
        )
      })}
    </fieldset>
  )
}
