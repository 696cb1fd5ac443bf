import { Heading } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { EmergencyBox } from '#app/components/guide/emergency-box.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { NeedList } from '#app/components/guide/need-list.tsx'
import { WordsForm } from '#app/components/guide/words-form.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { LONGEST_WORDS } from '#app/domain/channels/longest-words.ts'
import { NEED_GROUPS, NEEDS } from '#app/domain/channels/need.ts'
import { findNeeds, guideToday } from '#app/use-cases/guide.server.ts'
import { guideWay, NOTHING_SAID } from './guide-way.server.ts'
import { needRows } from './need-rows.ts'

export const handle = {
  title: 'guide:title',
  service: 'guide:service',
  enhancements: ['leave-quickly'],
} satisfies PageHandle

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { language } = guideWay({ params, request, context })
  const rows = needRows(language, guideToday(context.portal), NEEDS)
  return {
    groups: NEED_GROUPS.map((group) => ({
      group,
      needs: rows.filter((row) => row.group === group && row.id !== 'emergency'),
    })),
  }
}

/** Takes free words, or a need that may not stand in an address. Neither is kept, and no address has the words. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context
  const posted = await request.formData()
  const way = guideWay({ params, request, context })
  const need = NEEDS.find((one) => one === posted.get('need'))
  if (need) return way.leadTo('question', { ...NOTHING_SAID, need })

  const words = String(posted.get('words') ?? '').trim()
  const refuse = (message: FormError) => data({ errors: { words: message } }, { status: 400 })
  if (words === '') return refuse('validation:words.required')
  if (words.length > LONGEST_WORDS) return refuse('validation:words.too-long')
  const found = findNeeds(portal, words)
  // Whoever is in danger chooses nothing first, and is not counted.
  if (found[0] === 'emergency') return redirect(`/${way.language}/guide/emergency/outcome`)
  portal.guideCounter.note('searched', found.length > 0 ? 'found' : 'nothing', {
    need: null,
    isSensitive: false,
  })
  return way.leadTo('found', { ...NOTHING_SAID, found })
}

/** "What is it about?": in free words, or from the list. */
export default function GuideStart() {
  const { groups } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading title={t('guide:title')} lead={t('guide:start.lead')} />
      <LeaveQuickly />
      <EmergencyBox />
      <WordsForm error={failed?.errors.words} />
      <section className="stack" aria-labelledby="list">
        <Heading level={2} data-size="md" id="list">
          {t('guide:start.list')}
        </Heading>
        {groups.map(({ group, needs }) => (
          <section key={group} className="stack-small" aria-labelledby={`group-${group}`}>
            <Heading level={3} data-size="sm" id={`group-${group}`}>
              {t(`channels:group.${group}`)}
            </Heading>
            <NeedList needs={needs} />
          </section>
        ))}
      </section>
    </div>
  )
}
