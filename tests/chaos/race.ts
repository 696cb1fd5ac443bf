import { openEngine, type Engine } from '#db/engine.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { tickOf } from '#tests/support/builders.ts'
import { adults, CHILD } from './booking-form.ts'
import { OFFICE_IDS } from './country.ts'
import { endOfPortal, examine } from './examine.ts'
import { links, openGround, startOn } from './ground.ts'
import { holdAll, type Wish } from './hold.ts'
import { createLedger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'
import { storedAppointments, tornFamilies } from './stored.ts'

const FAMILIES = 300
const LARGEST_FAMILY = 6
const HOUR = Array.from({ length: 12 }, (_, index) => tickOf('2026-11-25T10:00') + index)

/** Families who all want the same hour at the same office: each gets it whole or not at all, and is told so. */
export async function raceFamilies(kind: Engine['kind']): Promise<Outcome> {
  const outcome = anOutcome(`race of families (${kind})`)
  const ledger = createLedger(links.hashOf)
  const ground = await openGround(kind)
  try {
    const url = await ground.freshDatabase()
    const portal = await startOn(url)
    try {
      const families = Array.from({ length: FAMILIES }, () => aFamily(Math.random))
      const { won, refused, busy } = await holdAll(portal.url, families, { ledger, outcome })
      outcome.notes.push(
        `${FAMILIES} families for one hour: ${won.length} got it, ${refused} were refused; ${busy} × 503 before that`,
      )
      if (won.length + refused !== FAMILIES) outcome.wrong.push('some got neither a time nor a refusal')
      if (won.length === 0 || refused === 0)
        outcome.wrong.push('a race without winners or losers shows nothing')
    } finally {
      await portal.kill()
    }
    await examine(url, { ledger, outcome, when: 'after the race' })
    const torn = await tornIn(url)
    outcome.wrong.push(...torn)
    return outcome
  } finally {
    outcome.acknowledged = ledger.sum()
    await ground.end()
  }
}

/** One or two grown-ups with children, or more grown-ups: two to six. */
function aFamily(random: () => number): Wish {
  const size = 2 + Math.floor(random() * (LARGEST_FAMILY - 1))
  const grown = random() < 0.2 ? size : 1 + Math.floor(random() * 2)
  const children = Array.from({ length: size - grown }, () => CHILD)
  const startTick = HOUR[Math.floor(random() * HOUR.length)] ?? 0
  return { officeId: OFFICE_IDS[0] ?? '', startTick, people: [...adults(grown), ...children] }
}

async function tornIn(url: string): Promise<string[]> {
  const engine = await openEngine(url)
  try {
    return tornFamilies(await storedAppointments(engine, endOfPortal(CLOCK_START)))
  } finally {
    await engine.close()
  }
}
