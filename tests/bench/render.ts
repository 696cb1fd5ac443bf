import { bookingPath } from '#app/routes/passport/booking-answers.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { earliestTimes } from '#app/use-cases/earliest-times.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { aPerson } from '#tests/support/builders.ts'
import { againstConstants, type Kind } from './against-constants.ts'
import type { Figures } from './figures.ts'
import { FAMILIES } from './people.ts'

const PAGES_PER_KIND = 30

/** The pages of offices and of times against the same pages from constants. */
export function benchRender({ quick }: { quick: boolean }): Promise<Figures> {
  return againstConstants(kindsOfPages, { quick })
}

/** Places all over the country, for one and for a family of four. */
async function kindsOfPages(portal: Portal): Promise<Kind[]> {
  const random = randomOf('render')
  const some = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('There must be something to choose from')
    return one
  }
  const places = [...portal.catalogue.places.byId.values()]
  const kinds: Kind[] = []
  const groups: [string, () => readonly Person[]][] = [
    ['one person', () => [aPerson()]],
    ['family of four', () => some(FAMILIES)],
  ]
  for (const [name, group] of groups) {
    const offices: string[] = []
    const times: string[] = []
    for (let page = 0; page < PAGES_PER_KIND; page += 1) {
      const people = group()
      const from = some(places)
      const answers = { people, at: from.id }
      offices.push(bookingPath('nb', 'office', answers))
      const near = await earliestTimes(portal, { need: needOf(portal, people), from })
      const officeId = (near.withinReach ?? near.anywhere)?.office.id ?? null
      times.push(bookingPath('nb', 'time', { ...answers, officeId }))
    }
    kinds.push({ name: `offices, ${name}`, paths: offices }, { name: `times, ${name}`, paths: times })
  }
  return kinds
}
