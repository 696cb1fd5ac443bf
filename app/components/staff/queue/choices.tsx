import { Button } from '@digdir/designsystemet-react'

type Props = { name: string; choices: readonly { value: string; label: string }[] }

/** The choices of a dialog: each is a button with a number, which is its key. */
export function Choices({ name, choices }: Props) {
  return (
    <div className="desk-choices">
      {choices.map(({ value, label }, index) => (
        <Button
          key={value}
          type="submit"
          name={name}
          value={value}
          variant="secondary"
          data-size="sm"
          className="desk-button"
          aria-keyshortcuts={String(index + 1)}
        >
          <kbd aria-hidden="true">{index + 1}</kbd>
          {label}
        </Button>
      ))}
    </div>
  )
}
