import type { KeyboardEvent } from 'react'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { ActButton } from './act-button.tsx'
import type { WaitingData } from './desk-data.ts'
import { useSteadyRows } from './use-steady-rows.ts'
import { visitorWords } from './visitor-words.ts'

/** Who waits, in the order in which they are called, with the reason for each place. */
export function WaitingList({ waiting, isFree }: { waiting: readonly WaitingData[]; isFree: boolean }) {
  const { t } = useTexts()
  const { rows, hold } = useSteadyRows(waiting)
  const nextId = waiting.find(({ isForHere }) => isForHere)?.id
  return (
    <section className="desk-waiting" aria-labelledby="waiting-heading">
      <h2 className="ds-heading" id="waiting-heading" data-size="2xs">
        {t('staff-queue:waiting.title', { count: waiting.length })}
      </h2>
      {waiting.length === 0 ? <p className="hint">{t('staff-queue:waiting.none')}</p> : null}
      <ol className="plain desk-list" id="waiting" onKeyDown={arrow}>
        {rows.map((shown, place) => {
          if (!shown) return <li key={`empty ${place}`} className="desk-empty" aria-hidden="true" />
          const { row, isGone } = shown
          return (
            <li
              key={row.id}
              className="desk-row"
              data-state={isGone ? 'gone' : row.id === nextId ? 'next' : row.isForHere ? undefined : 'other'}
              {...hold(row.id)}
            >
              <WaitingRow row={row} isGone={isGone} isNext={row.id === nextId} />
              <ActButton
                command="call"
                fields={{ ticketId: row.id }}
                variant="tertiary"
                isOff={isGone || !isFree || !(row.isForHere || row.keptFor !== null)}
                label={t('staff-queue:waiting.callOne', { label: row.label })}
              >
                {t('staff-queue:waiting.call')}
              </ActButton>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function WaitingRow({ row, isGone, isNext }: { row: WaitingData; isGone: boolean; isNext: boolean }) {
  const { t } = useTexts()
  const { label, service, reason, minutes, time, keptFor, isForHere } = row
  const facts = [
    t(`queue:place.${reason}`),
    ...(time === null ? [] : [t('staff-queue:waiting.time', { time })]),
    ...visitorWords(row, t),
    ...(keptFor === null ? [] : [t('staff-queue:waiting.keptFor', { who: keptFor })]),
    ...(isForHere || keptFor !== null ? [] : [t('staff-queue:waiting.elsewhere')]),
  ]
  return (
    <div className="desk-who">
      <strong className="desk-label">
        {label}
        <Pause />
      </strong>
      <span>
        {t(`queue:service.${service}`)}
        <Pause />
      </span>
      <span className="desk-minutes">
        {t('staff-queue:waiting.minutes', { count: minutes })}
        <Pause />
      </span>
      <span className="desk-facts">
        {isNext && !isGone ? <b>{`${t('staff-queue:waiting.next')} · `}</b> : null}
        {isGone ? t('staff-queue:waiting.gone') : facts.join(' · ')}
      </span>
    </div>
  )
}

/** The arrows lead from one row's button to the next. */
function arrow(event: KeyboardEvent<HTMLOListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.findIndex((one) => one === document.activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
