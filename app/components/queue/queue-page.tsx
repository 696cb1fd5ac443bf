import { Button } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { queuePath, type QueueAt } from '#app/components/queue/queue-path.ts'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  at: QueueAt
  isWall: boolean
  resetSeconds: number
  warningSeconds: number
  children: ReactNode
}

/**
 * A page of an office's queue. On a screen that many use it begins anew by itself, after a warning (kiosk-reset), and
 * hears a scanner wherever focus is (scan-code); without script there is "start again" on each page.
 */
export function QueuePage({ at, isWall, resetSeconds, warningSeconds, children }: Props) {
  const { t } = useTexts()
  return (
    <div className="stack queue">
      {children}
      {isWall ? (
        <>
          <form id="scan" method="post" action={queuePath(at, 'check-in')} noValidate hidden>
            <input type="hidden" name="code" />
          </form>
          <div
            id="kiosk-reset"
            className="kiosk-reset no-print"
            role="alert"
            data-seconds={resetSeconds}
            data-warning={warningSeconds}
            data-start={queuePath(at)}
          >
            <div hidden>
              <p>{t('queue:reset.soon')}</p>
              <Button type="button">{t('queue:reset.stay')}</Button>
            </div>
          </div>
        </>
      ) : null}
    </div>
  )
}
