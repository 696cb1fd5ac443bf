import { Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { GOT_THERE, SENSITIVE } from '#app/domain/channels/guide-count.ts'
import { NEEDS } from '#app/domain/channels/need.ts'
import { languageOf } from '../request-language.ts'

export const handle = {
  title: 'guide:gotThere.thanks',
  service: 'guide:service',
} satisfies PageHandle

export async function loader({ params }: LoaderFunctionArgs) {
  languageOf(params)
  return null
}

/** Counts one answer; what makes no sense is thanked for as well, and not counted. */
export async function action({ params, request, context: { portal, loggedIn } }: ActionFunctionArgs) {
  const posted = await request.formData()
  const answer = GOT_THERE.find((one) => one === posted.get('answer'))
  const need = NEEDS.find((one) => one === posted.get('need')) ?? null
  const isSensitive = posted.get('need') === SENSITIVE
  // What staff answer would spoil the figures of how citizens find it (SP 11 and 13).
  if (answer && !loggedIn.staff) portal.guideCounter.note('got-there', answer, { need, isSensitive })
  return redirect(`/${languageOf(params)}/guide/got-there`)
}

export default function GotThereThanks() {
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('guide:gotThere.thanks')} />
      <Paragraph>{t('guide:gotThere.use')}</Paragraph>
      <p className="links">
        <Link href={`/${language}`}>{t('errors:toFront')}</Link>
      </p>
    </div>
  )
}
