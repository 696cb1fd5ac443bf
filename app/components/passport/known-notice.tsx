import { Link, Paragraph } from '@digdir/designsystemet-react'
import { useLocation } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** What was filled in from the registers. `updated`: the day on which it was last confirmed, in words. */
export type KnownNote = { kind: 'fresh' | 'stale' | 'none' | 'reserved'; updated: string | null }

/** Says where what is filled in comes from; to who is not logged in, that they need not type. */
export function KnownNotice({ known }: { known: KnownNote | null }) {
  const { t, language } = useTexts()
  const { pathname } = useLocation()
  if (known) {
    return (
      <Notice color={known.kind === 'stale' ? 'warning' : 'info'}>
        <Paragraph>{t(`login:known.${known.kind}`, { day: known.updated ?? '' })}</Paragraph>
      </Notice>
    )
  }
  return (
    <Paragraph>
      {`${t('login:known.offer')} `}
      <Link href={`/${language}/login?${new URLSearchParams({ to: pathname })}`}>
        {t('login:known.logIn')}
      </Link>
    </Paragraph>
  )
}
