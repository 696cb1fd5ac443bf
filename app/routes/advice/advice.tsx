import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LateNotice } from '#app/components/content/late-notice.tsx'
import { PageRows } from '#app/components/content/page-rows.tsx'
import { Part } from '#app/components/content/part.tsx'
import { ReviewLine } from '#app/components/content/review-line.tsx'
import { TextList } from '#app/components/content/text-list.tsx'
import { TraceNotice } from '#app/components/content/trace-notice.tsx'
import { WayList } from '#app/components/content/way-list.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { findAdvice } from '#app/use-cases/advice.server.ts'
import { languageOf } from '../request-language.ts'
import { contentPageData } from '../services/content-page-data.ts'
import { leadToNeutralPath } from '../services/lead-to-neutral-path.ts'

export const handle = { title: 'advice:list.title' } satisfies PageHandle

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const advice = findAdvice(context.portal, params.advice ?? '', language)
  if (!advice) throw new Response('not-found', { status: 404 })
  leadToNeutralPath(advice, params.advice)
  return { advice, ...contentPageData(advice, { kind: 'advice', language }) }
}

/** What to do, first things first; where somebody near may look on, a way out and how to leave no trace. */
export default function AdvicePage() {
  const { advice, review } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      {advice.isSensitive ? <LeaveQuickly /> : null}
      <StepHeading title={advice.title} lead={advice.summary} back={`/${language}/advice`} />
      <LateNotice {...review} />
      {advice.sections.map(({ title, text, steps, points }, index) => (
        <Part key={title} title={title} isFirst={index === 0}>
          <TextList texts={text} as="text" />
          <TextList texts={steps} as="steps" />
          <TextList texts={points} />
        </Part>
      ))}
      <Part title={t('advice:ways')}>
        <WayList ways={advice.ways} />
      </Part>
      {advice.isSensitive ? <TraceNotice /> : null}
      <Part title={t('services:part.related')}>
        <PageRows rows={advice.related} />
      </Part>
      <ReviewLine {...review} />
    </div>
  )
}
