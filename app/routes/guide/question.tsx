import { Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallText } from '#app/components/call-text.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { EmergencyBox } from '#app/components/guide/emergency-box.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { QuestionForm } from '#app/components/guide/question-form.tsx'
import type { PageHandle, TextKey } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { answerQuestion, guideStep, stepBefore } from '#app/use-cases/guide-step.server.ts'
import { guideToday } from '#app/use-cases/guide.server.ts'
import { guideWay } from './guide-way.server.ts'

export const handle = {
  title: 'guide:title',
  service: 'guide:service',
  enhancements: ['leave-quickly'],
} satisfies PageHandle

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context
  const way = guideWay({ params, request, context })
  const state = way.state('question')
  if (!state.need) throw redirect(`/${way.language}/guide`)
  const step = guideStep(portal, state.need, state.answers)
  const about = { need: state.need, isSensitive: step.isSensitive }
  if (step.verdict.kind === 'outcome') throw way.leadTo('outcome', { ...state, answers: step.answers })

  const { question } = step.verdict
  if (step.way.length === 0) portal.guideCounter.note('begun', '', about)
  portal.guideCounter.note('asked', question.id, about)
  const before = stepBefore(portal, state.need, step)
  const titleKey: TextKey = step.isSensitive ? 'guide:title' : `channels:question.${question.id}`
  return {
    ...{
      titleKey,
      need: state.need,
      question: { id: question.id, kind: question.kind, answers: question.answers },
    },
    isFirst: before === null,
    isSensitive: step.isSensitive,
    mayBeDanger: guideToday(portal).needs.get(state.need)?.group === 'safety',
    back: before ? way.pathTo('question', { ...state, answers: before.answers }) : `/${way.language}/guide`,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context
  const posted = await request.formData()
  const way = guideWay({ params, request, context })
  const state = way.state('question')
  if (!state.need) return redirect(`/${way.language}/guide`)
  const step = guideStep(portal, state.need, state.answers)
  const next = answerQuestion(portal, state.need, step, posted.getAll('answer').map(String))
  if (!next) {
    const message: FormError = 'validation:answer.required'
    return data({ errors: { answer: message } }, { status: 400 })
  }
  if (step.verdict.kind === 'ask') {
    portal.guideCounter.note('answered', step.verdict.question.id, {
      ...{ need: state.need, isSensitive: step.isSensitive },
      outcome: next.verdict.kind === 'outcome' ? next.verdict.outcome : null,
    })
  }
  const page = next.verdict.kind === 'ask' ? 'question' : 'outcome'
  return way.leadTo(page, { ...state, answers: next.answers })
}

/** One question. */
export default function GuideQuestion() {
  const { need, question, isFirst, isSensitive, mayBeDanger, back } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading
        title={t(`channels:question.${question.id}`)}
        lead={isFirst ? t('guide:question.about', { need: t(`channels:need.${need}.title`) }) : undefined}
        back={back}
      />
      {isSensitive ? <LeaveQuickly /> : null}
      {isFirst && mayBeDanger ? <EmergencyBox /> : null}
      {!isFirst && isSensitive ? (
        <Paragraph>
          <CallText text={t('common:footer.emergency')} />
        </Paragraph>
      ) : null}
      <QuestionForm question={question} error={failed?.errors.answer} />
    </div>
  )
}
