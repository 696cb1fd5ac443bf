import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

/** In the demonstration messages go nowhere: here they can be seen. */
export function DemoMessagesLink() {
  const { t, language } = useTexts()
  return (
    <p className="links no-print">
      <Link href={`/${language}/demo/messages`}>{t('messages:demo.see')}</Link>
    </p>
  )
}
