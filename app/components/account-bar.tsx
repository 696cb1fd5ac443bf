import { Button } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

export type Account = {
  kind: 'citizen' | 'staff'
  name: string | null
  /** What o'clock they are logged out, in words. */
  until: string
  canBeProlonged: boolean
  /** It is the last minutes, which using the page does not make more. */
  isSoon: boolean
  /** From when the page was made until its person is told, and until they are logged out; less than nothing when it is over. */
  warnSeconds: number
  endSeconds: number
}

type Props = {
  account: Account | null
  location: { pathname: string; search: string }
}

/** Who is logged in and until when, or the way to log in. */
export function AccountBar({ account, location }: Props) {
  const { t, language } = useTexts()
  if (!account) {
    const to = new URLSearchParams({ to: location.pathname + location.search })
    return (
      <nav className="account" aria-label={t('login:account.label')}>
        <a href={`/${language}/login?${to}`}>{t('login:logIn')}</a>
      </nav>
    )
  }
  const { kind, name, until, canBeProlonged } = account
  const home = kind === 'staff' ? `/${language}/staff` : `/${language}/me`
  return (
    <nav className="account" aria-label={t('login:account.label')}>
      {name ? <strong>{name}</strong> : null}
      <a href={home}>{t(kind === 'staff' ? 'staff:title' : 'login:account.me')}</a>
      <form method="post" action={`/${language}/${kind === 'staff' ? 'staff/' : ''}logout`}>
        <Button type="submit" variant="tertiary" data-size="sm">
          {t('login:account.logOut')}
        </Button>
      </form>
      <p>{t(canBeProlonged ? 'login:account.untilLonger' : 'login:account.until', { time: until })}</p>
    </nav>
  )
}
