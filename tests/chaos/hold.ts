import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { postForm, timePath } from './booking-form.ts'
import { links } from './ground.ts'
import type { Ledger } from './ledger.ts'
import type { Outcome } from './outcome.ts'

/** Below what the portal takes in at once: here nobody is to be turned away for that. */
const AT_ONCE = 32

/** So many want one office here that PostgreSQL on a busy machine may undo a write too often. */
const TRIES = 8
const PATIENCE_MILLISECONDS = 500

export type Wish = { officeId: string; startTick: number; people: readonly string[] }

/** What came of many wishes: the secrets of those who got their time, and how many did not. */
export type Holds = {
  won: string[]
  refused: number
  /** Answers 503, after which they asked again. */
  busy: number
}

/** Asks for all these times, as many at once as a portal takes, and writes into the ledger what was answered. */
export async function holdAll(
  url: string,
  wishes: readonly Wish[],
  { ledger, outcome }: { ledger: Ledger; outcome: Outcome },
): Promise<Holds> {
  const holds: Holds = { won: [], refused: 0, busy: 0 }
  const waiting = [...wishes]
  const one = async () => {
    for (let wish = waiting.pop(); wish; wish = waiting.pop()) {
      const { officeId, startTick, people } = wish
      const key = randomBytes(18).toString('base64url')
      const secret = links.secretOf(key)
      const becomes = {
        status: 'held',
        officeId,
        startTick,
        people: people.length,
        hasContact: false,
      } as const
      const ask = ledger.ask('held', [{ secret, becomes }])
      const post = () => postForm(url, timePath({ officeId, people }), { key, start: String(startTick) })
      let answer = await post()
      // As the page says: wait a little, then try again. With the same key nobody gets two.
      for (let time = 1; answer.status === 503 && time < TRIES; time += 1) {
        holds.busy += 1
        await wait(PATIENCE_MILLISECONDS)
        answer = await post()
      }
      if (answer.location === `/nb/passport/book/${secret}/contact`) {
        ask.acknowledged()
        holds.won.push(secret)
      } else if (answer.status === 302 && answer.location.includes('lost=')) {
        ask.refused()
        holds.refused += 1
      } else outcome.wrong.push(`asked for a time, answered ${answer.status} ${answer.location}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return holds
}
