import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ChooseCounter } from '#app/components/staff/queue/choose-counter.tsx'
import { CounterDesk } from '#app/components/staff/queue/counter-desk.tsx'
import type { ActionAnswer } from '#app/components/staff/queue/desk-data.ts'
import { focusHeading } from '#app/components/staff/queue/use-kept-focus.ts'
import { useActions } from '#app/components/staff/queue/use-actions.ts'
import type { ActionRefusal } from '#app/domain/queue/decision.ts'
import type { Done } from '#app/domain/queue/last-action.ts'
import { undoAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import { commandCounter } from '#app/use-cases/command-counter.server.ts'
import { keepCounterPreferences } from '#app/use-cases/counter-preferences.server.ts'
import { whereAtCounter } from '#app/use-cases/counter-screen.server.ts'
import type { Acting } from '#app/use-cases/office-day.server.ts'
import { formErrors } from '../../passport/form-errors.ts'
import { staffOf } from '../../logged-in.ts'
import { languageOf } from '../../request-language.ts'
import { counterForm, type CounterForm } from './counter-form.ts'
import { choiceData, deskData } from './desk-data.ts'

export const handle = {
  ...{ title: 'staff-queue:choose.title', service: 'staff:service' },
  ...{ scripts: true, isWide: true },
} satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const acting = await staffOf(args, 'serve-queue')
  const { portal } = args.context
  const where = await whereAtCounter(portal, acting)
  if (!where) return choiceData(portal, acting, new URL(args.request.url).searchParams.get('office'))
  const language = languageOf(args.params)
  const desk = await deskData(portal, acting, {
    ...{ where, language, sessionEndsAt: acting.session.endsAt },
  })
  const { counter, officeName: office } = desk
  return {
    ...desk,
    titleKey: 'staff-queue:desk.title' as const,
    titleOptions: { number: counter.number, office },
  }
}

/** What is done at a counter. The screen asks for an answer, a page without script to see the screen again. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const acting = await staffOf(args, 'serve-queue')
  const form = counterForm(posted)
  if (!form.success) return data(whatIsMissing(form.error), { status: 400 })
  const { counterId, command } = form.data
  const answer = await actOn(args, acting, form.data)
  if (!answer.ok) return data(answerOf({ ok: false, refusal: answer.reason, counterId }), { status: 409 })
  if (posted.get('by') !== 'script') throw redirect(`/${languageOf(args.params)}/staff/queue`)
  return data(answerOf({ ok: true, did: command.do, undone: answer.undone ?? null }))
}

function answerOf(answer: ActionAnswer): ActionAnswer {
  return answer
}

/** Only a counter that is to be opened has fields to be filled in; no other form of ours comes back like this. */
function whatIsMissing(error: z.ZodError): ActionAnswer {
  const isOurs = error.issues.every(({ message }) => message.startsWith('validation:'))
  return isOurs ? { errors: formErrors(error) } : { ok: false, refusal: 'changed-meanwhile' }
}

async function actOn(
  { context: { portal } }: ActionFunctionArgs,
  acting: Acting,
  { command, officeId, counterId, seen }: CounterForm,
): Promise<{ ok: true; undone?: Done | null } | { ok: false; reason: ActionRefusal }> {
  if (command.do === 'undo')
    return undoAtCounter(portal, acting, { officeId, counterId, actionId: command.actionId })
  if (command.do === 'shortcuts') {
    await keepCounterPreferences(portal, acting.member.id, { hasShortcuts: command.isOn })
    return { ok: true }
  }
  return commandCounter(portal, acting, { officeId, counterId, seen, command })
}

type Shown = Awaited<ReturnType<typeof loader>>

/** What the screen showed before the network was cut; it is shown on, and says how old it is. */
let before: Shown | null = null
let isStale = false

/** Nobody has answered after so long: a cable that was pulled out says nothing. */
const PATIENCE_MILLISECONDS = 8_000

export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  try {
    before = await inTime(serverLoader<typeof loader>())
    isStale = false
  } catch (error) {
    // Given up for a newer one: nobody waits for this answer, and it says nothing of the network.
    const isGivenUp = request.signal.aborted
    if (!before || !(isGivenUp || isCutOff(error))) throw error
    isStale ||= !isGivenUp
  }
  return { ...before, isStale }
}

function inTime(answer: Promise<Shown>): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TypeError('No answer')), PATIENCE_MILLISECONDS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction<typeof action>()
  } catch (error) {
    if (!isCutOff(error)) throw error
    return answerOf({ ok: false, refusal: 'offline' })
  }
}

/** What Remix says of an answer that ended in the middle (2.17.5); it has no kind of its own. */
const CUT_ANSWER = 'Unable to decode turbo-stream response'

/** Nobody answered, or not to the end, or only something that stands before a server that is about to start. */
function isCutOff(error: unknown): boolean {
  if (isRouteErrorResponse(error)) return error.status >= 502
  return error instanceof TypeError || (error instanceof Error && error.message.startsWith(CUT_ANSWER))
}

/** Also after a refusal: what is shown was behind. */
export function shouldRevalidate(): boolean {
  return true
}

/** The screen of a counter: whom to call, who is there, who waits. */
export default function QueuePage() {
  const screen = useLoaderData<typeof loader>()
  // The first that is shown came with the page: no loader of the browser has seen it.
  useEffect(() => {
    before ??= screen
  }, [screen])
  // Opened, closed or taken over without a new page: focus begins where the page does.
  const { view } = screen
  const shownView = useRef(view)
  useEffect(() => {
    if (shownView.current === view) return
    shownView.current = view
    focusHeading(document.querySelector('main h1'))
  }, [view])
  const actions = useActions(useActionData<typeof action>())
  return screen.view === 'choice' ? (
    <ChooseCounter screen={screen} actions={actions} />
  ) : (
    <CounterDesk screen={screen} actions={actions} isStale={'isStale' in screen && screen.isStale === true} />
  )
}
