import { Link, Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** What is being changed: the appointment as it stands. */
export type ChangeData = { secret: string; time: string; officeName: string }

/** On every page of a change: what is changed, that it is still the person's, and the way out. */
export function ChangeNotice({ change }: { change: ChangeData | null }) {
  const { t, language } = useTexts()
  if (!change) return null
  return (
    <Notice color="info">
      <Paragraph>
        <strong>{t('people:change.now', { time: change.time, office: change.officeName })}</strong>{' '}
        {t('people:change.kept')}
      </Paragraph>
      <p className="links">
        <Link href={`/${language}/appointments/${change.secret}`}>{t('people:change.keep')}</Link>
      </p>
    </Notice>
  )
}
