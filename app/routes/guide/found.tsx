import { Link, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallText } from '#app/components/call-text.tsx'
import { EmergencyBox } from '#app/components/guide/emergency-box.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { NeedList } from '#app/components/guide/need-list.tsx'
import { WordsForm } from '#app/components/guide/words-form.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { guideToday } from '#app/use-cases/guide.server.ts'
import { guideWay } from './guide-way.server.ts'
import { needRows } from './need-rows.ts'

export const handle = {
  title: 'guide:title',
  service: 'guide:service',
  enhancements: ['leave-quickly'],
} satisfies PageHandle

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const way = guideWay({ params, request, context })
  const { found } = way.state('found')
  const needs = needRows(way.language, guideToday(context.portal), found)
  return { needs, mayBeDanger: needs.length === 0 || needs.some(({ group }) => group === 'safety') }
}

/** What the words may mean, the likeliest first, and how to go on when none of it fits. */
export default function GuideFound() {
  const { needs, mayBeDanger } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const isFound = needs.length > 0
  return (
    <div className="stack">
      <StepHeading
        title={isFound ? t('guide:found.title') : t('guide:found.nothing')}
        lead={isFound ? t('guide:found.lead') : t('guide:found.nothingLead')}
        back={`/${language}/guide`}
      />
      <LeaveQuickly />
      {mayBeDanger ? <EmergencyBox /> : null}
      {isFound ? <NeedList needs={needs} marksFirst /> : null}
      <p className="links">
        <Link href={`/${language}/guide#list`}>{t('guide:found.list')}</Link>
      </p>
      <WordsForm />
      <Paragraph>
        <CallText text={t('guide:found.call')} />
      </Paragraph>
    </div>
  )
}
