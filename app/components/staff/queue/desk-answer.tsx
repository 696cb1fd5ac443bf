import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { DeskData } from './desk-data.ts'
import { isOffline, Refusal } from './refusal.tsx'
import type { Actions } from './use-actions.ts'
import { useSlow } from './use-slow.ts'
import { OnwardsLink, PartedLinks } from './visit-forms.tsx'

/** Longer than this, hands want to see that they were heard; and much longer, ears to hear it. */
const SEEN_MILLISECONDS = 300
const SPOKEN_MILLISECONDS = 2_000

type Props = Pick<Actions, 'answer' | 'isBusy'> & {
  screen: DeskData
  isStale: boolean
  announcement: string
  /** Why something that was begun is not done. */
  word: string | null
  /** Keys that wait for the answer. */
  keys: readonly string[]
}

/** What came of the last action, one thing at a time at a place of its own. */
export function DeskAnswer({ screen, answer, isBusy, isStale, announcement, word, keys }: Props) {
  const { t } = useTexts()
  const isSlow = useSlow(isBusy, SEEN_MILLISECONDS)
  const isVerySlow = useSlow(isBusy, SPOKEN_MILLISECONDS)
  const heard = t('staff-queue:heard')
  const notice = noticeOf({ screen, answer, isBusy, isStale, word }, t)
  return (
    <div className="desk-answer">
      <p role="status" className={notice || isSlow ? 'ds-sr-only' : 'desk-said'}>
        {isVerySlow ? heard : announcement}
      </p>
      {isSlow ? (
        <p className="desk-said desk-heard" aria-hidden="true">
          {heard}
          {keys.length > 0 ? ` ${t('staff-queue:heardKeys', { keys: keys.join(', ').toUpperCase() })}` : null}
        </p>
      ) : null}
      {isSlow && !isStale ? null : notice}
      <OnwardsLink onwards={screen.onwards} />
      <PartedLinks parted={screen.here?.parted ?? []} />
    </div>
  )
}

function noticeOf(
  { screen, answer, isBusy, isStale, word }: Omit<Props, 'announcement' | 'keys'>,
  t: ReturnType<typeof useTexts>['t'],
) {
  const isUnknown = isOffline(answer)
  const stale = isStale
    ? [
        t('staff-queue:stale', { time: screen.time }),
        ...(isUnknown ? [t('staff-queue:refusal.offline')] : []),
      ]
    : []
  const words = stale.length > 0 ? stale.join(' ') : word
  if (words !== null) {
    return (
      <Notice color="warning" isAlert>
        <Paragraph data-size="sm">{words}</Paragraph>
      </Notice>
    )
  }
  // Once contact is back the line says so instead.
  const isRefused = answer !== undefined && 'refusal' in answer && !(isUnknown && !isBusy)
  return isRefused ? <Refusal answer={answer} /> : null
}
