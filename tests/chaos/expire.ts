import type { Engine } from '#db/engine.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { adults, contactFields, postForm, timePath } from './booking-form.ts'
import { SMALL_OFFICE, SMALL_OFFICE_STARTS } from './country.ts'
import { examine } from './examine.ts'
import { links, openGround, startOn } from './ground.ts'
import { holdAll, type Wish } from './hold.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { anOutcome, type Outcome } from './outcome.ts'

/** A hold lasts ten minutes; by then all have ended. */
const LATER = Temporal.Instant.from(CLOCK_START).add({ minutes: 30 }).toString()

/** Every time that the office has, once for each counter. */
const EACH_START: Wish[] = SMALL_OFFICE_STARTS.map((startTick) => ({
  officeId: SMALL_OFFICE.id,
  startTick,
  people: adults(1),
}))
const EVERYTHING = EACH_START.flatMap((wish) => Array.from({ length: SMALL_OFFICE.counters }, () => wish))

/** So many of those who held a time come back when it is another's. */
const LATE = 12

/** Somebody holds all that an office has, and goes away: half an hour later all of it is there for others. */
export async function holdEverything(kind: Engine['kind']): Promise<Outcome> {
  const outcome = anOutcome(`everything held, then expired (${kind})`)
  const ledger = createLedger(links.hashOf)
  const ground = await openGround(kind)
  try {
    const url = await ground.freshDatabase()
    const first = await holdIn(url, CLOCK_START, { ledger, outcome })
    const second = await holdIn(url, LATER, { ledger, outcome, late: first.slice(0, LATE) })
    outcome.notes.push(
      `${EVERYTHING.length} times: ${first.length} held, and after their end ${second.length} held by others`,
    )
    return outcome
  } finally {
    outcome.acknowledged = ledger.sum()
    await ground.end()
  }
}

/** Holds everything in a portal whose clock starts then. Answers the secrets. */
async function holdIn(
  url: string,
  clockStart: string,
  { ledger, outcome, late = [] }: { ledger: Ledger; outcome: Outcome; late?: readonly string[] },
): Promise<string[]> {
  const portal = await startOn(url, { clockStart })
  try {
    const offered = await offeredTimes(portal.url)
    if (offered === 0) outcome.wrong.push(`${clockStart}: nothing is offered`)
    const { won, busy } = await holdAll(portal.url, EVERYTHING, { ledger, outcome })
    if (won.length !== EVERYTHING.length)
      outcome.wrong.push(`${clockStart}: ${won.length} of ${EVERYTHING.length} times could be held`)
    if (busy > 0) outcome.notes.push(`${busy} × 503 for a busy database, then asked again`)
    const again = await holdAll(portal.url, EACH_START, { ledger, outcome })
    if (again.won.length > 0) outcome.wrong.push(`${clockStart}: ${again.won.length} times were held twice`)
    if ((await offeredTimes(portal.url)) > 0)
      outcome.wrong.push(`${clockStart}: held times are still offered`)
    await examine(url, { ledger, outcome, when: `clock from ${clockStart}`, clockStart })
    // Last, because what they type is kept even then.
    for (const secret of late) {
      const path = `/nb/passport/book/${secret}/contact`
      const { location } = await postForm(portal.url, path, contactFields())
      if (location.endsWith('/review')) outcome.wrong.push('a hold that had ended and was taken went on')
    }
    return won
  } finally {
    await portal.kill()
  }
}

/** How many times the first page of the office offers. */
async function offeredTimes(url: string): Promise<number> {
  const page = await (await fetch(url + timePath({ officeId: SMALL_OFFICE.id }))).text()
  return page.match(/<input[^>]*name="start"/g)?.length ?? 0
}
