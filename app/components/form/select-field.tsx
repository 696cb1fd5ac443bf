import { Label } from '@digdir/designsystemet-react'

type Props = {
  /** Also the name that is posted. */
  id: string
  label: string
  choices: readonly { value: string; label: string }[]
  value: string
}

/** One of many, in a list that the browser draws itself: staff pick offices from it with a few keys. */
export function SelectField({ id, label, choices, value }: Props) {
  return (
    <div className="ds-field field">
      <Label htmlFor={id}>{label}</Label>
      <select className="ds-input" id={id} name={id} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
