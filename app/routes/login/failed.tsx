import { Button, Link } from '@digdir/designsystemet-react'
import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { returnPathOf } from '#app/use-cases/return-path.server.ts'
import { languageOf } from '../request-language.ts'

export const handle = { title: 'login:failed.title', service: 'login:service' } satisfies PageHandle

const REASONS = ['cancelled', 'refused', 'level-too-low', 'no-access', 'unknown-attempt', 'away'] as const

const RETRY_AFTER_SECONDS = 60

/** Why nobody was logged in, and what to do now. Nothing here says more than the address did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { searchParams } = new URL(request.url)
  const why = REASONS.find((reason) => reason === searchParams.get('why')) ?? 'refused'
  const isStaff = searchParams.get('who') === 'staff'
  const to = returnPathOf(searchParams.get('to')) ?? `/${language}/${isStaff ? 'staff' : 'me'}`
  const again = `/${language}/${isStaff ? 'staff/' : ''}login?${new URLSearchParams({ to })}`
  const answer = { why, isStaff, again }
  if (why !== 'away') return data(answer)
  return data(answer, { status: 503, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export default function LoginFailedPage() {
  const { why, isStaff, again } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('login:failed.title')} lead={t(`login:failed.${why}`)} />
      <div className="actions">
        <Button asChild>
          <a href={again}>{t('login:failed.again')}</a>
        </Button>
      </div>
      {isStaff ? null : (
        <>
          <p>{t('login:failed.without')}</p>
          <ul className="links">
            <li>
              <Link href={`/${language}/passport`}>{t('login:failed.book')}</Link>
            </li>
            <li>
              <Link href={`/${language}/appointments`}>{t('common:header.myAppointment')}</Link>
            </li>
          </ul>
        </>
      )}
    </div>
  )
}
