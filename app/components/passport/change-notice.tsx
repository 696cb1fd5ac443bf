import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** What is being changed: the appointment as it stands. */
export type ChangeData = { secret: string; time: string; officeName: string }

type Props = {
  change: ChangeData | null
  /** The secret of the hold that is to take its place, when there is one already. */
  hold: string | null
}

/**
 * On every page of a change: what is changed, that it is still the person's, and the way out. A time that is held
 * already is given back on the way: others can have it at once.
 */
export function ChangeNotice({ change, hold }: Props) {
  const { t, language } = useTexts()
  if (!change) return null
  return (
    <Notice color="info">
      <Paragraph>
        <strong>{t('people:change.now', { time: change.time, office: change.officeName })}</strong>
        {` ${t('people:change.kept')}`}
      </Paragraph>
      {hold ? (
        <form method="post" action={`/${language}/passport/book/${hold}/drop?change=${change.secret}`}>
          <Button type="submit" variant="secondary">
            {t('people:change.keep')}
          </Button>
        </form>
      ) : (
        <p className="links">
          <Link href={`/${language}/appointments/${change.secret}`}>{t('people:change.keep')}</Link>
        </p>
      )}
    </Notice>
  )
}
