import { Link } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'

export const handle = { title: 'login:loggedOut.title', service: 'login:service' } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
  return { isStaff: new URL(request.url).searchParams.get('who') === 'staff' }
}

export default function LoggedOutPage() {
  const { isStaff } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('login:loggedOut.title')} lead={t('login:loggedOut.body')} />
      <ul className="links">
        <li>
          <Link href={isStaff ? `/${language}/staff` : `/${language}/me`}>{t('login:again')}</Link>
        </li>
        <li>
          <Link href={`/${language}`}>{t('errors:toFront')}</Link>
        </li>
      </ul>
    </div>
  )
}
