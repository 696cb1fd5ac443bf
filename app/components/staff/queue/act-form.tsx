import { Form } from '@remix-run/react'
import { useContext, type FormEvent, type ReactNode } from 'react'
import type { CounterCommand } from '#app/domain/queue/counter-command.ts'
import { AtCounter } from './at-counter.ts'
import { FETCHER } from './use-actions.ts'
import { useHydrated } from './use-hydrated.ts'

type Props = {
  command: CounterCommand['do'] | 'undo' | 'shortcuts'
  fields?: Record<string, string | number>
  className?: string
  /** Told when something that has to be chosen is not; then nothing is sent. */
  onMissing?: () => void
  children: ReactNode
}

/** A form for an action at the counter: sent in the background where there is script, as any form where there is none. */
export function ActForm({ command, fields = {}, className, onMissing, children }: Props) {
  const { officeId, counterId, seen } = useContext(AtCounter)
  const isHydrated = useHydrated()
  const hidden = { do: command, office: officeId, counter: counterId, seen, ...fields }
  function send(event: FormEvent<HTMLFormElement>) {
    const missing = [...event.currentTarget.querySelectorAll('select[aria-required=true]')].find(
      (field) => field instanceof HTMLSelectElement && field.value === '',
    )
    if (!(missing instanceof HTMLSelectElement)) return closeDialog(event)
    event.preventDefault()
    missing.focus()
    onMissing?.()
  }
  return (
    // Not told of as a form: most are one button, and a reader would say where each begins and ends.
    <Form
      method="post"
      navigate={false}
      fetcherKey={FETCHER}
      className={className}
      onSubmit={send}
      role="none"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isHydrated ? <input type="hidden" name="by" value="script" /> : null}
      {children}
    </Form>
  )
}

function closeDialog({ currentTarget }: FormEvent<HTMLFormElement>): void {
  const dialog = currentTarget.closest('[popover]')
  if (dialog instanceof HTMLElement) dialog.hidePopover()
}
