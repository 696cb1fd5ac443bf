import type { NeedId } from '#app/domain/channels/need.ts'
import { EMERGENCIES } from '#app/domain/channels/outcome.ts'
import { readSaid, writeSaid, type Said } from '#app/domain/channels/said.ts'
import { guideStep, type GuideStep } from './guide-step.server.ts'
import type { GuidePortal } from './guide.server.ts'

/**
 * What goes along with somebody who takes a way of the guide, written for an address. Null from a sensitive way and from
 * danger: of those nothing travels. Null also where nothing was asked: the way itself says as much.
 */
export function saidOnTheWay(need: NeedId, { way, verdict, isSensitive }: GuideStep): string | null {
  if (isSensitive || way.length === 0) return null
  if (verdict.kind !== 'outcome' || EMERGENCIES.includes(verdict.outcome)) return null
  return writeSaid({ need, answers: way.map(([{ id }, answer]) => [id, answer]) })
}

/**
 * What an address says that somebody said, if the guide leads there today; null otherwise. Answers to what was not asked
 * are left out.
 */
export function saidInAddress(portal: GuidePortal, search: Pick<URLSearchParams, 'get'>): string | null {
  const said = readSaid(search.get('said'))
  return said && saidOnTheWay(said.need, guideStep(portal, said.need, Object.fromEntries(said.answers)))
}

/** What was stored with an appointment or a ticket; null also where the guide no longer has words for it. */
export function saidStored(text: string | null): Said | null {
  return readSaid(text)
}
