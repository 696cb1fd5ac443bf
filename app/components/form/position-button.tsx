import { Button } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

/**
 * Searches from where the person is; the module `use-position` shows it, and says how it goes in `#position-status`.
 * `path`: the page of what is near, up to the numbers of the position.
 */
export function PositionButton({ path }: { path: string }) {
  const { t } = useTexts()
  return (
    <Button
      type="button"
      variant="secondary"
      hidden
      id="use-position"
      data-address={path}
      data-working={t('passport:where.positionWorking')}
      data-failed={t('passport:where.positionFailed')}
    >
      {t('passport:where.position')}
    </Button>
  )
}
