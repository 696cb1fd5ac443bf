import { Button } from '@digdir/designsystemet-react'
import { useContext, useEffect, useState } from 'react'
import { describedBy } from '#app/components/form/field-error.tsx'
import { FieldHead } from '#app/components/form/field-head.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'
import { ActForm } from './act-form.tsx'
import type { CounterData, HereData } from './desk-data.ts'
import { DeskDialog } from './desk-dialog.tsx'
import { FreshSelect } from './fresh-select.tsx'
import { NoteField } from './note-dialog.tsx'
import { Opening } from './opening.ts'

type Props = { here: HereData | null; counters: readonly CounterData[] }

/** Who takes over: a service, a counter, a colleague; with a note for them. */
export function TransferDialog({ here, counters }: Props) {
  const { t } = useTexts()
  return (
    <DeskDialog
      id="transfer"
      shortcut="t"
      isOff={!here}
      title={t('staff-queue:transfer.title', { label: here?.label ?? '' })}
      button={t('staff-queue:transfer.button')}
    >
      <TransferForm here={here} counters={counters} />
    </DeskDialog>
  )
}

function TransferForm({ here, counters }: Props) {
  const { t } = useTexts()
  const [isMissing, setMissing] = useState(false)
  const opening = useContext(Opening)
  useEffect(() => setMissing(false), [opening, here?.id])
  const error = isMissing ? 'validation:queue.target' : undefined
  return (
    <ActForm command="transfer" className="stack-small" onMissing={() => setMissing(true)}>
      <div className="ds-field field">
        <FieldHead id="to" label={t('staff-queue:transfer.to')} hint={undefined} error={error} />
        <FreshSelect
          className="ds-input"
          id="to"
          name="to"
          onChange={() => setMissing(false)}
          aria-required
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy('to', { hint: false, error: Boolean(error) })}
        >
          {/* Nothing is proposed: who is open changes from one minute to the next, and the same keys must not mean another. */}
          <option value="">{t('staff-queue:transfer.choose')}</option>
          <TransferTargets here={here} counters={counters} />
        </FreshSelect>
      </div>
      <NoteField id="transfer-note" here={here} />
      <div>
        <Button type="submit" data-size="sm">
          {t('staff-queue:transfer.send')}
        </Button>
      </div>
    </ActForm>
  )
}

/** Their own service is left out: they would be first in the same queue again. */
function TransferTargets({ here, counters }: Props) {
  const { t } = useTexts()
  const others = counters.filter(({ status, isOwn }) => status !== 'closed' && !isOwn)
  const colleagues = others.flatMap(({ staffId, staffName }) =>
    staffId === null || staffName === null ? [] : [{ staffId, staffName }],
  )
  return (
    <>
      {others.length > 0 ? (
        <optgroup label={t('staff-queue:transfer.counter')}>
          {others.map(({ id, number }) => (
            <option key={id} value={`counter:${id}`}>
              {t('staff-queue:counter.name', { number })}
            </option>
          ))}
        </optgroup>
      ) : null}
      {colleagues.length > 0 ? (
        <optgroup label={t('staff-queue:transfer.colleague')}>
          {colleagues.map(({ staffId, staffName }) => (
            <option key={staffId} value={`colleague:${staffId}`}>
              {staffName}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t('staff-queue:transfer.service')}>
        {QUEUE_SERVICES.filter((service) => service !== here?.service).map((service) => (
          <option key={service} value={`service:${service}`}>
            {t(`queue:service.${service}`)}
          </option>
        ))}
      </optgroup>
    </>
  )
}
