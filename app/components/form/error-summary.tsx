import { Heading, Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import type { TextKey } from '#app/components/page-handle.ts'

/** Errors by the id of their field, in page order; the words are text keys. */
export type FormErrors = Readonly<Record<string, TextKey>>

/**
 * Comes first on a page whose form was sent back. It takes focus by itself, without script, and each error links to
 * its field.
 */
export function ErrorSummary({ errors }: { errors: FormErrors | undefined }) {
  const { t } = useTexts()
  if (!errors || Object.keys(errors).length === 0) return null
  return (
    <div
      className="ds-error-summary"
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-heading"
      data-color="danger"
    >
      <Heading level={2} data-size="xs" id="error-summary-heading">
        {t('common:errorSummary')}
      </Heading>
      <ul className="error-list">
        {Object.entries(errors).map(([field, message]) => (
          <li key={field}>
            <Link href={`#${field}`}>{t(message)}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
