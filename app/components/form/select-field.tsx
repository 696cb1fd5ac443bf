import { describedBy } from './field-error.tsx'
import { FieldHead } from './field-head.tsx'
import type { FormError } from './form-error.ts'

type Choice = { value: string; label: string }

type Props = {
  /** Also the name that is posted. */
  id: string
  label: string
  hint?: string
  choices: readonly Choice[]
  /** More choices, under what they have in common. */
  groups?: readonly { label: string; choices: readonly Choice[] }[]
  value: string
  error?: FormError
}

/** One of many, in a list that the browser draws itself: staff pick offices from it with a few keys. */
export function SelectField({ id, label, hint, choices, groups = [], value, error }: Props) {
  return (
    <div className="ds-field field">
      <FieldHead {...{ id, label, hint, error }} />
      <select
        className="ds-input"
        id={id}
        name={id}
        defaultValue={value}
        aria-describedby={describedBy(id, { hint: Boolean(hint), error: Boolean(error) })}
        aria-invalid={error ? true : undefined}
      >
        <Options choices={choices} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options choices={group.choices} />
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
