import { Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageRows } from '#app/components/content/page-rows.tsx'
import { WayList } from '#app/components/content/way-list.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { listAdvice } from '#app/use-cases/advice.server.ts'
import { languageOf } from '../request-language.ts'

export const handle = { title: 'advice:list.title' } satisfies PageHandle

export function loader({ params }: LoaderFunctionArgs) {
  return { advice: listAdvice(languageOf(params)) }
}

/** All pages of advice; danger first. */
export default function AdviceListPage() {
  const { advice } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('advice:list.title')} lead={t('advice:list.lead')} back={`/${language}`} />
      <WayList ways={['emergency', 'text-telephone']} />
      <PageRows rows={advice} />
      <Paragraph className="links">
        <a className="ds-link" href={`/${language}/services`}>
          {t('advice:list.services')}
        </a>
      </Paragraph>
    </div>
  )
}
