import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  path: string
  /** The page comes again by itself now. */
  isRefreshing: boolean
  /** Whose words are used. */
  namespace: 'tickets' | 'display'
}

/** Ways to a newer page for who has no script; with it the page is new by itself and only the first stays. */
export function RefreshLinks({ path, isRefreshing, namespace }: Props) {
  const { t } = useTexts()
  return (
    <ul className="links">
      <li>
        <Link href={isRefreshing ? `${path}?refresh=30` : path}>{t(`${namespace}:refresh`)}</Link>
      </li>
      <li data-without-script>
        {isRefreshing ? (
          <Link href={path}>{t(`${namespace}:refreshOff`)}</Link>
        ) : (
          <Link href={`${path}?refresh=30`}>{t(`${namespace}:refreshOn`)}</Link>
        )}
      </li>
    </ul>
  )
}
