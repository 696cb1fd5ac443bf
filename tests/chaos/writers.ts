import type { Engine } from '#db/engine.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { openTestPortal } from '#tests/support/small-country.ts'
import { OFFICE_IDS } from './country.ts'

const BOOKED_IN_CYCLE = 6
const COUNTERS = 6
const FIRST_DAY = Temporal.PlainDate.from('2026-11-26')
const TIMES_OF_DAY = 36

/** What the newest message to somebody must begin with. */
const WORDS = { confirmed: 'Timen din er bekreftet', cancelled: /^Timen din .*er avbestilt/ } as const

/** People who book, and at times cancel, while no worker runs; they remember what they were told on the screen. */
export function createWriters(random: () => number) {
  const told = new Map<string, keyof typeof WORDS>()
  const secrets = new Map<string, string>()
  let booked = 0

  return {
    async bookAndChange(engine: Engine, now: Temporal.Instant): Promise<void> {
      const portal = await openTestPortal(engine, aClockAt(now.toString()))
      for (let one = 0; one < BOOKED_IN_CYCLE; one += 1) {
        const person = `person-${booked}`
        const secret = await book(portal, booked)
        booked += 1
        if (!secret) continue
        told.set(person, 'confirmed')
        secrets.set(person, secret)
      }
      const [person, secret] = [...secrets][Math.floor(random() * secrets.size)] ?? []
      if (!person || !secret) return
      const cancelled = await cancelAppointment(portal, secret)
      if (!cancelled.ok) throw new Error(`An appointment was not cancelled: ${cancelled.reason}`)
      told.set(person, 'cancelled')
      secrets.delete(person)
    },
    /** Those to whom the newest thing that they were told on the screen was not written. */
    untold(received: readonly { to: string; words: string }[]): string[] {
      const byPerson = Map.groupBy(received, ({ to }) => to)
      return [...told].flatMap(([person, what]) => {
        const got = byPerson.get(addressOf(person)) ?? []
        const isTold = got.some(({ words }) => new RegExp(WORDS[what]).test(words))
        return isTold ? [] : [`${person} was told nothing of "${what}"`]
      })
    },
  }
}

/** Half of them have e-mail, half a mobile only. */
function contactOf(person: string) {
  const number = numberOf(person)
  return number % 2 === 0
    ? { email: `${person}@example.org` }
    : { email: null, mobile: String(40_000_000 + number) }
}

function addressOf(person: string): string {
  const { email, mobile } = { mobile: '', ...contactOf(person) }
  return email ?? `+47${mobile}`
}

function numberOf(person: string): number {
  return Number(person.split('-')[1])
}

/** Each takes the next free place: counter by counter, time by time, office by office, day by day. */
async function book(portal: Portal, number: number): Promise<string | null> {
  const time = Math.floor(number / COUNTERS)
  const officeId = OFFICE_IDS[time % OFFICE_IDS.length] ?? ''
  const slot = Math.floor(time / OFFICE_IDS.length)
  const day = weekday(Math.floor(slot / TIMES_OF_DAY))
  const startTick = tickOf(`${day}T09:00`) + 2 * (slot % TIMES_OF_DAY)
  const held = await holdTime(portal, {
    ...{ idempotencyKey: `chaos ${number}`, replaces: null, changes: null },
    ...{ officeId, startTick, people: [aPerson()] },
  })
  if (!held.ok) return null
  const saved = await saveContact(portal, held.secret, aSavedContact(contactOf(`person-${number}`)))
  const confirmed = await confirmAppointment(portal, held.secret)
  if (!saved.ok || !confirmed.ok) throw new Error('A hold could not be confirmed')
  return held.secret
}

/** Monday to Friday from the first day on; 0 is the first. */
function weekday(index: number): Temporal.PlainDate {
  let day = FIRST_DAY
  for (let left = index; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) left -= 1
  }
  return day
}
