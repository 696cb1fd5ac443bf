import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import type { ChannelId } from '#app/domain/channels/channel.ts'
import { peopleToBook, wayAddress } from '#app/use-cases/guide-choice.server.ts'
import { guideStep } from '#app/use-cases/guide-step.server.ts'
import { saidOnTheWay } from '#app/use-cases/said.server.ts'
import { bookingPath } from '../passport/booking-answers.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { addressWithPlace } from './address-with-place.ts'
import { guideWay } from './guide-way.server.ts'

/** The ways, beside the booking, on which somebody gets a queue ticket that tells what they said. */
const GO_ALONG = ['visit-office', 'find-office', 'take-ticket'] as const satisfies ChannelId[]

/** Counts the way that was chosen and leads on to it, with what was answered where that saves asking again. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context
  const way = guideWay({ params, request, context })
  const state = way.state('go')
  if (!state.need) return redirect(`/${way.language}/guide`)
  const step = guideStep(portal, state.need, state.answers)
  if (step.verdict.kind === 'ask') return way.leadTo('question', { ...state, answers: step.answers })

  const channel = wayAddress(portal, step.verdict, state.to)
  if (!channel) return way.leadTo('outcome', { ...state, answers: step.answers })
  portal.guideCounter.note('chosen', channel.detail, { need: state.need, isSensitive: step.isSensitive })
  const said = saidOnTheWay(state.need, step)
  if (channel.id === 'book-passport') {
    const people = peopleToBook(step.answers)
    return redirect(bookingPath(way.language, 'who', { people, at: state.at, said }))
  }
  const goesAlong = GO_ALONG.some((id) => id === channel.id) && said !== null
  const place = portal.catalogue.places.byId.get(state.at ?? '')
  const path = `/${way.language}${addressWithPlace(channel.address, place)}`
  const more = goesAlong ? `${path.includes('?') ? '&' : '?'}${new URLSearchParams({ said })}` : ''
  return redirect(afterSensitiveWay(request, context).hide(`${path}${more}`))
}
