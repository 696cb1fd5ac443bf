import { Button } from '@digdir/designsystemet-react'
import type { Account } from '#app/components/account-bar.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = { account: Pick<Account, 'canBeProlonged' | 'warnSeconds' | 'endSeconds'> }

/** Where an open page says that its person will be logged out, and that they are (app/enhancements/session-end.ts). */
export function SessionEnd({ account: { canBeProlonged, warnSeconds, endSeconds } }: Props) {
  const { t, language } = useTexts()
  const minutes = Math.max(1, Math.round((endSeconds - warnSeconds) / 60))
  return (
    <div
      id="session-end"
      className="session-end no-print"
      data-warn-seconds={warnSeconds}
      data-end-seconds={endSeconds}
      data-can-last={canBeProlonged ? 'yes' : 'no'}
      data-path={`/${language}/me`}
      data-soon={t('login:open.soon', { minutes })}
      data-longer={t('login:open.longer')}
      data-ended={t('login:open.ended')}
      hidden
    >
      <p role="status" />
      <Button type="button" variant="secondary">
        {t('login:open.more')}
      </Button>
    </div>
  )
}
