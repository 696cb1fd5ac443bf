import { randomBytes } from 'node:crypto'
import { CHECK_IN_LETTERS, clearCode } from '#app/domain/scheduling/code.ts'
import { openHttpClient } from '#tests/bench/http-client.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { tickOf } from '#tests/support/builders.ts'
import { adults, contactFields } from './booking-form.ts'
import { OFFICE_IDS } from './country.ts'
import { openGround, startOn } from './ground.ts'
import { holdAll } from './hold.ts'
import { createLedger } from './ledger.ts'
import { links } from './ground.ts'
import { anOutcome, type Outcome } from './outcome.ts'

const AT_ONCE = 16
const ADDRESS = '203.0.113.7'
const NEIGHBOURS_TRIES = 10

export type GuessReport = Outcome & { hits: number; statuses: Map<number, number> }

/**
 * Guesses secrets of links, and check-in codes, from one address, wherever they may stand: none is hit, and soon every guess is refused.
 * Somebody at the same address who has a right link is let through all the while.
 */
export async function guess({ requests }: { requests: number }): Promise<GuessReport> {
  const outcome = anOutcome(`${requests} guesses of a link from one address`)
  const report: GuessReport = { ...outcome, hits: 0, statuses: new Map() }
  const ground = await openGround('sqlite')
  try {
    const portal = await startOn(await ground.freshDatabase(), { clockStart: CLOCK_START })
    const client = openHttpClient(portal.url, { atOnce: AT_ONCE, from: ADDRESS })
    try {
      const ledger = createLedger(links.hashOf)
      const wish = { officeId: OFFICE_IDS[0] ?? '', startTick: tickOf('2026-11-25T10:00'), people: adults(1) }
      const { won } = await holdAll(portal.url, [wish], { ledger, outcome: report })
      const [own = ''] = won
      const ownPath = `/nb/passport/book/${own}/contact`
      await client.post(ownPath, contactFields())

      let sent = 0
      const one = async () => {
        while (sent < requests) {
          sent += 1
          const secret = randomBytes(17).toString('base64url').slice(0, 22)
          const { status } = await guessOne(sent, secret)
          report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1)
          if (status < 400 || status >= 500) report.hits += 1
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, one))
      for (let time = 0; time < NEIGHBOURS_TRIES; time += 1) {
        const { status } = await client.get(ownPath)
        if (status !== 200) report.wrong.push(`a right link from the same address is answered ${status}`)
      }

      /** In turn: an appointment, its calendar file, cancelling it, a check-in code at a kiosk, a step of a booking. */
      async function guessOne(turn: number, secret: string) {
        switch (turn % 5) {
          case 0:
            return client.get(`/nb/appointments/${secret}`)
          case 1:
            return client.get(`/nb/appointments/${secret}/calendar.ics`)
          case 2:
            return client.post(`/nb/appointments/${secret}/cancel`, {})
          case 3:
            return client.post(`/nb/queue/${OFFICE_IDS[0]}/check-in`, {
              code: clearCode(CHECK_IN_LETTERS, randomBytes),
            })
          default:
            return client.get(`/nb/passport/book/${secret}/review.data`)
        }
      }
    } finally {
      client.close()
      await portal.stop()
    }
  } finally {
    await ground.end()
  }
  const counts = [...report.statuses].map(([status, count]) => `${count} × ${status}`)
  report.acknowledged = requests
  report.notes.push(`answers: ${counts.join(', ')}`)
  if (report.hits > 0) report.wrong.push(`${report.hits} guesses were answered as if they were right`)
  if ((report.statuses.get(404) ?? 0) > requests / 2) report.wrong.push('most guesses were not refused')
  return report
}
