import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  path: string
  /** The page comes again by itself now. */
  isRefreshing: boolean
}

/** Ways to a newer page for who has no script; with it the page is new by itself and only the first stays. */
export function RefreshLinks({ path, isRefreshing }: Props) {
  const { t } = useTexts()
  return (
    <ul className="links">
      <li>
        <Link href={isRefreshing ? `${path}?refresh=30` : path}>{t('tickets:refresh')}</Link>
      </li>
      <li data-without-script>
        {isRefreshing ? (
          <Link href={path}>{t('tickets:refreshOff')}</Link>
        ) : (
          <Link href={`${path}?refresh=30`}>{t('tickets:refreshOn')}</Link>
        )}
      </li>
    </ul>
  )
}
