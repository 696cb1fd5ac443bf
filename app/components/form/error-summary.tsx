import { Heading, Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { errorText, type FormErrors } from './form-error.ts'

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
        {Object.entries(errors).map(([field, error]) => (
          <li key={field}>
            <Link href={`#${field}`}>{errorText(error, t)}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
