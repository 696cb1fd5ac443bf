import { useTexts } from '#app/components/use-texts.ts'

/** The way out when somebody comes near: always in sight. `/leave` has no language, so that nothing is remembered. */
export function LeaveLink() {
  const { t } = useTexts()
  return (
    <p className="leave no-print">
      <a className="ds-button" data-color="danger" data-variant="primary" href="/leave" rel="noreferrer">
        {t('advice:leave')}
      </a>
    </p>
  )
}
