import { useTexts } from '#app/components/use-texts.ts'

/**
 * A link away from here, always at the same place; the enhancement `leave-quickly` also lets Shift pressed three times do
 * it. A link and not a form: the policy of the page would stop a form that leads to another site.
 */
export function LeaveQuickly() {
  const { t } = useTexts()
  return (
    <p className="leave no-print">
      <a
        className="ds-button"
        data-variant="secondary"
        data-color="neutral"
        href="/leave"
        id="leave-quickly"
        rel="nofollow"
      >
        {t('common:leave.link')}
      </a>
      <span className="hint" id="leave-quickly-keys" hidden>
        {t('common:leave.keys')}
      </span>
    </p>
  )
}
