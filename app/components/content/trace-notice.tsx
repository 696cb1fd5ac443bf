import { Part } from '#app/components/content/part.tsx'
import { useTexts } from '#app/components/use-texts.ts'

/** How to hide that one has read the page. */
export function TraceNotice() {
  const { t } = useTexts()
  return (
    <Part title={t('advice:trace.title')}>
      <ul>
        <li>{t('advice:trace.leave')}</li>
        <li>{t('advice:trace.history')}</li>
        <li>{t('advice:trace.device')}</li>
        <li>{t('advice:trace.nothing')}</li>
      </ul>
    </Part>
  )
}
