import { Button, Link } from '@digdir/designsystemet-react'
import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { waitWords } from '#app/i18n/wait-words.ts'
import { returnPathOf } from '#app/use-cases/return-path.server.ts'
import { languageOf } from '../request-language.ts'

export const handle = { title: 'login:failed.title', service: 'login:service' } satisfies PageHandle

const REASONS = [
  'cancelled',
  'refused',
  'level-too-low',
  'no-access',
  'unknown-attempt',
  'away',
  'too-many',
] as const

const RETRY_AFTER_SECONDS = 60
const LONGEST_WAIT_SECONDS = 24 * 60 * 60

/** Why nobody was logged in, and what to do now. Nothing here says more than the address did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { searchParams } = new URL(request.url)
  const why = REASONS.find((reason) => reason === searchParams.get('why')) ?? 'refused'
  const isStaff = searchParams.get('who') === 'staff'
  const to = returnPathOf(searchParams.get('to')) ?? `/${language}/${isStaff ? 'staff' : 'me'}`
  const again = `/${language}/${isStaff ? 'staff/' : ''}login?${new URLSearchParams({ to })}`
  const seconds = why === 'too-many' ? secondsOf(searchParams.get('wait')) : RETRY_AFTER_SECONDS
  const answer = { why, isStaff, again, wait: waitWords(seconds, translator(language)) }
  if (why !== 'away' && why !== 'too-many') return data(answer)
  const headers = { 'Retry-After': String(seconds) }
  return data(answer, { status: why === 'away' ? 503 : 429, headers })
}

/** The address may hold anything. */
function secondsOf(text: string | null): number {
  const seconds = Number(text)
  return Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST_WAIT_SECONDS
    ? seconds
    : RETRY_AFTER_SECONDS
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export default function LoginFailedPage() {
  const { why, isStaff, again, wait } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('login:failed.title')} lead={t(`login:failed.${why}`, { wait })} />
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
