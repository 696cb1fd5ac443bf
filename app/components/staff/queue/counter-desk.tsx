import { Heading } from '@digdir/designsystemet-react'
import { useEffect, useState, type MouseEvent } from 'react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { ActButton } from './act-button.tsx'
import { AtCounter } from './at-counter.ts'
import { AppointmentList, AwayList } from './day-lists.tsx'
import { CloseCounter } from './close-counter.tsx'
import { DeskAnswer } from './desk-answer.tsx'
import type { DeskData } from './desk-data.ts'
import { doneWords } from './done-words.ts'
import { HelpCalls, whoAsksForHelp } from './help-calls.tsx'
import { HerePanel, VisitChecks } from './here-panel.tsx'
import { KeyHint } from './key-hint.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { NoteDialog } from './note-dialog.tsx'
import type { Standing } from './standing.ts'
import { TransferDialog } from './transfer-dialog.tsx'
import type { Actions } from './use-actions.ts'
import { useAnnouncement } from './use-announcement.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useLiveQueue } from './use-live-queue.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { AddServiceDialog, FinishDialog, ParkDialog, SplitDialog } from './visit-forms.tsx'
import { WaitingList } from './waiting-list.tsx'

type Props = { screen: DeskData; actions: Actions; isStale: boolean }

/** The screen of a counter: whom they have, what they can do with them, who waits. Nothing on it moves by itself. */
export function CounterDesk({ screen, actions: { answer, isBusy, underWay }, isStale }: Props) {
  const { t, language } = useTexts()
  const [word, tell] = useState<string | null>(null)
  const { counter, here, waiting, officeId, hasShortcuts, version, idleSeconds } = screen
  const url = `/${language}/staff/queue/live?office=${encodeURIComponent(officeId)}`
  useLiveQueue({ url, version, idleSeconds, isBusy, isStale })
  useKeptFocus()
  const keys = useShortcuts({
    ...{ isOn: hasShortcuts, isBusy, underWay, shown: standingOf(screen) },
    onDropped: ({ key, why }) => tell(t(`staff-queue:dropped.${why}`, { key: key.toUpperCase() })),
  })
  useEffect(() => {
    if (isBusy) tell(null)
  }, [isBusy])
  const asking = whoAsksForHelp(screen, t)
  const announcement = useAnnouncement({ ...screen, asking }, { answer, isBusy, isStale })
  const seen = here ? `${here.id}.${here.revision}` : ''
  return (
    <AtCounter.Provider value={{ officeId, counterId: counter.id, seen, hasShortcuts, tell }}>
      <div className="desk">
        <ErrorSummary errors={answer && 'errors' in answer ? answer.errors : undefined} />
        <div className="desk-bar">
          <Heading level={1} data-size="xs">
            {t('staff-queue:desk.title', { number: counter.number, office: screen.officeName })}
          </Heading>
          <span className="desk-status" data-status={counter.status}>
            {t(`staff-queue:counter.${counter.status}`)}
          </span>
          <CounterButtons screen={screen} />
        </div>
        <div className="desk-columns">
          <section className="desk-here" aria-labelledby="here-heading">
            <HerePanel here={here} now={screen.now} />
            <VisitButtons screen={screen} />
            <DeskAnswer {...{ screen, answer, isBusy, isStale, announcement, word, keys }} />
            {here ? <VisitChecks key={here.id} here={here} /> : null}
          </section>
          <WaitingList waiting={waiting} isFree={here === null && counter.status === 'open'} />
          <div className="desk-side">
            <HelpCalls asking={asking} />
            <AppointmentList appointments={screen.appointments} />
            <AwayList away={screen.away} ended={screen.ended} isFree={here === null} />
          </div>
        </div>
      </div>
    </AtCounter.Provider>
  )
}

function standingOf({ here, waiting, counter }: DeskData): Standing {
  const nextIds = waiting.filter(({ isForHere }) => isForHere).map(({ id }) => id)
  return {
    ...{ hereId: here?.id ?? null, status: here?.status ?? 'free' },
    nextIds: counter.status === 'open' ? nextIds : [],
  }
}

/** What can be done with the one at the counter. Each stays at its place, whether it can be done now or not. */
function VisitButtons({ screen }: { screen: DeskData }) {
  const { t } = useTexts()
  const { here, counter, counters, last, parkMinutes } = screen
  const isCalled = here?.status === 'called'
  const isCalledOut = isCalled && here.calls >= here.mostCalls
  return (
    <div className="desk-actions">
      <ActButton
        command="next"
        shortcut="n"
        variant={isCalled ? 'secondary' : 'primary'}
        isOff={isCalled || (!here && counter.status !== 'open')}
      >
        {t(
          here
            ? counter.status === 'open'
              ? 'staff-queue:next.solved'
              : 'staff-queue:next.solvedPaused'
            : 'staff-queue:next.call',
        )}
      </ActButton>
      <ActButton
        command="start"
        shortcut="h"
        variant={isCalled && !isCalledOut ? 'primary' : 'secondary'}
        isOff={!isCalled}
      >
        {t('staff-queue:start.button')}
      </ActButton>
      <FinishDialog here={here} />
      <ActButton command="call-again" shortcut="r" isOff={!isCalled || isCalledOut}>
        {t('staff-queue:callAgain.button')}
      </ActButton>
      <ActButton
        command="no-show"
        shortcut="x"
        variant={isCalledOut ? 'primary' : 'secondary'}
        isOff={!isCalled}
      >
        {t('staff-queue:noShow.button')}
      </ActButton>
      <ParkDialog here={here} parkMinutes={parkMinutes} />
      <TransferDialog here={here} counters={counters} />
      <SplitDialog here={here} />
      <AddServiceDialog here={here} />
      <NoteDialog here={here} />
      <ActButton command="help" shortcut="k" fields={{ isNeeded: counter.callsForHelp ? 'no' : 'yes' }}>
        {t(counter.callsForHelp ? 'staff-queue:help.cancel' : 'staff-queue:help.ask')}
      </ActButton>
      <ActButton command="undo" shortcut="z" fields={{ actionId: last?.id ?? '' }} isOff={!last}>
        {last ? t('staff-queue:undo.what', { what: doneWords(last.done, t) }) : t('staff-queue:undo.nothing')}
      </ActButton>
    </div>
  )
}

function CounterButtons({ screen }: { screen: DeskData }) {
  const { t } = useTexts()
  const { counter, hasShortcuts } = screen
  const isPaused = counter.status === 'paused'
  return (
    <div className="desk-bar-buttons">
      <ToArrive officeId={screen.officeId} hasShortcuts={hasShortcuts} />
      <ToWaiting hasShortcuts={hasShortcuts} />
      <ActButton
        command={isPaused ? 'resume' : 'pause'}
        shortcut="b"
        variant={isPaused ? 'primary' : 'tertiary'}
      >
        {t(isPaused ? 'staff-queue:counter.resume' : 'staff-queue:counter.pause')}
      </ActButton>
      <CloseCounter {...screen} />
      <KeysDialog hasShortcuts={hasShortcuts} />
    </div>
  )
}

/** Who comes to the counter and says that they have an appointment: there, and back here. */
function ToArrive({ officeId, hasShortcuts }: { officeId: string; hasShortcuts: boolean }) {
  const { t, language } = useTexts()
  return (
    <a
      className="ds-button desk-button"
      data-variant="tertiary"
      data-size="sm"
      href={`/${language}/staff/queue/arrive?${new URLSearchParams({ office: officeId, from: 'desk' })}`}
      aria-keyshortcuts={hasShortcuts ? 'a' : undefined}
    >
      {t('staff-queue:arrive')}
      <KeyHint shortcut="a" />
    </a>
  )
}

/** Leads to the first of those who wait: from there the arrows lead on, and Enter calls. */
function ToWaiting({ hasShortcuts }: { hasShortcuts: boolean }) {
  const { t } = useTexts()
  return (
    <a
      className="ds-button desk-button"
      data-variant="tertiary"
      data-size="sm"
      href="#waiting"
      onClick={goToWaiting}
      aria-keyshortcuts={hasShortcuts ? 'v' : undefined}
    >
      {t('staff-queue:waiting.go')}
      <KeyHint shortcut="v" />
    </a>
  )
}

function goToWaiting(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#waiting button')?.focus()
}
