import type { Channel, ChannelId } from '#app/domain/channels/channel.ts'
import type { Answers, Verdict } from '#app/domain/channels/decision-table.ts'
import { chosenDetail } from '#app/domain/channels/guide-count.ts'
import type { Guide } from '#app/domain/channels/guide.ts'
import type { Outcome } from '#app/domain/channels/outcome.ts'
import { peopleFrom } from '#app/domain/channels/people-from-answers.ts'
import type { Person } from '#app/domain/passport/person.ts'
import { guideToday } from './guide.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * A way of an outcome that the portal can open, and its address without the language; null for any other. `detail`: what is
 * counted of it.
 */
export function wayAddress(
  portal: Portal,
  { outcome, form }: Extract<Verdict, { kind: 'outcome' }>,
  wanted: string | null,
): { id: ChannelId; address: string; detail: string } | null {
  const { outcomes, channels } = guideToday(portal)
  const found = outcomes.get(outcome)
  const ids = found ? [found.channel, ...found.others] : []
  // Also the way that stands in for one that is not here yet.
  const all = ids.flatMap((id) => [id, channels.get(id)?.until ?? id])
  const channel = channels.get(all.find((id) => id === wanted) ?? 'call-112')
  if (!channel || channel.id !== wanted || !channel.isHere || !channel.address?.startsWith('/')) return null
  return {
    ...{ id: channel.id, address: channel.address.replace('{form}', form ?? '') },
    detail: chosenDetail(outcome, found !== undefined && channel.id === firstWay(channels, found).id),
  }
}

/** The way that an outcome shows first: the best, or the one that stands in for it until it is here. */
export function firstWay(channels: Guide['channels'], { channel }: Outcome): Channel {
  const best = channels.get(channel)
  const first = best && !best.isHere && best.until !== null ? channels.get(best.until) : best
  if (!first) throw new Error(`The way ${channel} was checked at the start`)
  return first
}

/** Whom the booking begins with. */
export function peopleToBook(answers: Answers): Person[] {
  return peopleFrom(answers)
}
