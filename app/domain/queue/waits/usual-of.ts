import type { LogNormal } from '../../chance/dice.ts'
import type { Ticket } from '../ticket.ts'
import { peopleFactor } from './office-figures.ts'
import type { WaitOutlook } from './wait-outlook.ts'

/** How long the errands of a ticket usually take together at a moment. */
export function usualOf(
  { service, alsoServices, people }: Pick<Ticket, 'service' | 'alsoServices' | 'people'>,
  { usual, midnight, furtherPersonShare }: WaitOutlook,
  at: number,
): LogNormal {
  const hour = Math.floor((at - midnight) / 3600)
  const first = usual.of(service, hour)
  const seconds = alsoServices.reduce(
    (sum, one) => sum + Math.exp(usual.of(one, hour).log),
    Math.exp(first.log),
  )
  return { log: Math.log(seconds * peopleFactor(people, furtherPersonShare)), spread: first.spread }
}
