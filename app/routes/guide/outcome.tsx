import { Heading, Link } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { GotThereForm } from '#app/components/guide/got-there-form.tsx'
import { HelpNear } from '#app/components/guide/help-near.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { OtherWays } from '#app/components/guide/other-ways.tsx'
import { OutcomeCard } from '#app/components/guide/outcome-card.tsx'
import { PlaceForm } from '#app/components/guide/place-form.tsx'
import type { PageHandle, TextKey } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { EMERGENCIES } from '#app/domain/channels/outcome.ts'
import { outcomeFacts } from '#app/use-cases/guide-outcome.server.ts'
import { guideStep, stepBefore } from '#app/use-cases/guide-step.server.ts'
import { saidOnTheWay } from '#app/use-cases/said.server.ts'
import { searchPlaces } from '#app/use-cases/search-places.server.ts'
import { searchFrom } from '../passport/booking-answers.ts'
import { choiceOf, LONGEST_PLACE, namesakeChoices, type PlaceChoice } from '../typed-place.ts'
import { guideWay } from './guide-way.server.ts'
import { outcomeWords } from './outcome-words.ts'

export const handle = {
  title: 'guide:title',
  service: 'guide:service',
  enhancements: ['leave-quickly'],
} satisfies PageHandle

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context
  const way = guideWay({ params, request, context })
  const state = way.state('outcome')
  if (!state.need) throw redirect(`/${way.language}/guide`)
  const step = guideStep(portal, state.need, state.answers)
  if (step.verdict.kind === 'ask') throw way.leadTo('question', { ...state, answers: step.answers })

  const { outcome: id, why, form } = step.verdict
  const about = { need: state.need, isSensitive: step.isSensitive, outcome: id }
  if (step.way.length === 0) portal.guideCounter.note('begun', '', about)
  portal.guideCounter.note('ended', id, about)
  const from = searchFrom(state.at, portal.catalogue.places)
  const facts = await outcomeFacts(portal, { outcome: id, answers: step.answers, from: from?.point ?? null })
  const before = stepBefore(portal, state.need, step)
  const titleKey: TextKey = step.isSensitive ? 'guide:title' : `channels:outcome.${id}.title`
  return {
    ...{ titleKey, id, why, need: state.need, isSensitive: step.isSensitive },
    answers: step.way.map(([question, answer]) => ({ question: question.id, answer: [...answer] })),
    back: before ? way.pathTo('question', { ...state, answers: before.answers }) : `/${way.language}/guide`,
    namesakes: namesakeChoices(portal, from?.place),
    words: outcomeWords(portal, way.language, facts, {
      place: from?.place?.name ?? null,
      form,
      said: saidOnTheWay(state.need, step),
      goPath: (to) => way.pathTo('go', { ...state, answers: step.answers, to }),
    }),
  }
}

/** Takes the place that they name; of several, the page asks which. No address has the words. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const posted = await request.formData()
  const way = guideWay({ params, request, context })
  const state = way.state('outcome')
  const chosen = context.portal.catalogue.places.byId.get(String(posted.get('at') ?? ''))
  if (chosen) return way.leadTo('outcome', { ...state, at: chosen.id })

  const typed = String(posted.get('place') ?? '').trim()
  const none: PlaceChoice[] = []
  const refuse = (message: FormError) =>
    data({ errors: { place: message }, typed, matches: none }, { status: 400 })
  if (typed.length > LONGEST_PLACE) return refuse('validation:place.too-long')
  const answer = searchPlaces(context.portal, typed)
  switch (answer.found) {
    case 'one':
      return way.leadTo('outcome', { ...state, at: answer.place.id })
    case 'several': {
      return data({ errors: undefined, typed, matches: answer.places.map(choiceOf) }, { status: 200 })
    }
    case 'none':
      return refuse(`validation:place.${answer.reason}`)
    default:
      return answer satisfies never
  }
}

/** The way that fits best and why, what it takes, how long one waits now, and the other ways. */
export default function GuideOutcome() {
  const { id, why, need, isSensitive, answers, back, namesakes, words } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={posted?.errors} />
      <StepHeading title={t(`channels:outcome.${id}.title`)} lead={t(`channels:why.${why}`)} back={back} />
      {isSensitive ? <LeaveQuickly /> : null}
      <OutcomeCard body={t(`channels:outcome.${id}.body`)} words={words} />
      <OtherWays ways={words.others} />
      {words.help ? <HelpNear {...words.help} isQuiet={id === 'talk-quietly'} /> : null}
      {words.near ? (
        <PlaceForm
          near={words.near}
          place={words.place}
          typed={posted?.typed ?? ''}
          matches={posted?.matches ?? []}
          namesakes={namesakes}
          error={posted?.errors?.place}
        />
      ) : null}
      {answers.length > 0 ? (
        <section className="stack-small" aria-labelledby="answers">
          <Heading level={2} data-size="sm" id="answers">
            {t('guide:outcome.answers')}
          </Heading>
          <dl className="facts">
            {answers.map(({ question, answer }) => (
              <div key={question}>
                <dt>{t(`channels:question.${question}`)}</dt>
                <dd>
                  {answer.length === 0
                    ? t('guide:outcome.noneOfThese')
                    : answer.map((one) => t(`channels:answer.${one}`)).join('. ')}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {EMERGENCIES.includes(id) ? null : <GotThereForm need={isSensitive ? 'sensitive' : need} />}
      <p className="links">
        <Link href={`/${language}/guide`}>{t('guide:outcome.again')}</Link>
      </p>
    </div>
  )
}
