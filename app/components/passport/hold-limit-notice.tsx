import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { useLocation } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** Why a visitor may not hold a new time. */
export type HoldLimit =
  | { kind: 'office-held' }
  | {
      kind: 'holds-another'
      /** The link of the time that they hold, what and where it is, until what o'clock. */
      secret: string
      time: string
      office: string
      until: string
      /** What they have chosen now, to be posted once more. */
      start: number
      key: string
    }

/** Says that a visitor holds another time, or that the office is nearly held, and what can be done about it. */
export function HoldLimitNotice({ limit }: { limit: HoldLimit | null }) {
  const { t, language } = useTexts()
  const { pathname, search } = useLocation()
  if (!limit) return null
  if (limit.kind === 'office-held') {
    return (
      <Notice color="warning" takesFocus>
        <Heading level={2} data-size="2xs">
          {t('passport:limit.office.title')}
        </Heading>
        <Paragraph>{t('passport:limit.office.body')}</Paragraph>
        <Link href={`/${language}/login?${new URLSearchParams({ to: pathname + search })}`}>
          {t('passport:limit.office.logIn')}
        </Link>
      </Notice>
    )
  }
  const { secret, time, office, until, start, key } = limit
  return (
    <Notice color="warning" takesFocus>
      <Heading level={2} data-size="2xs">
        {t('passport:limit.another.title')}
      </Heading>
      <Paragraph>{t('passport:limit.another.body', { time, office, until })}</Paragraph>
      <p>
        <Link href={`/${language}/passport/book/${secret}/review`}>
          {t('passport:limit.another.continue')}
        </Link>
      </p>
      <form method="post">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="start" value={start} />
        <input type="hidden" name="replaces" value={secret} />
        <Button type="submit" variant="secondary">
          {t('passport:limit.another.replace')}
        </Button>
      </form>
    </Notice>
  )
}
