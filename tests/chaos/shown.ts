import { tickToInstant } from '#app/domain/time/tick.ts'
import type { Ledger } from './ledger.ts'

/** How many appointments are looked at over HTTP after a fault. */
const SAMPLE = 2

/** A sentence for each appointment of a sample whose calendar file says otherwise than the person was told. */
export async function wrongOverHttp(url: string, ledger: Ledger, random: () => number): Promise<string[]> {
  const wrong: string[] = []
  for (const status of ['confirmed', 'cancelled'] as const) {
    const standing = ledger.standing().filter(({ fact }) => fact.status === status)
    for (let number = 0; number < SAMPLE && standing.length > 0; number += 1) {
      const [one] = standing.splice(Math.floor(random() * standing.length), 1)
      if (!one) continue
      const response = await fetch(`${url}/nb/appointments/${one.secret}/calendar.ics`)
      const file = await response.text()
      const start = tickToInstant(one.fact.startTick).toString().replaceAll(/[-:]/g, '')
      const isRight =
        response.status === 200 &&
        file.includes(`STATUS:${status.toUpperCase()}`) &&
        file.includes(`DTSTART:${start}`)
      if (!isRight)
        wrong.push(`told ${status} at ${start}, but shown ${response.status}: ${file.slice(0, 400)}`)
    }
  }
  return wrong
}
