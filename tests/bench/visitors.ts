import { randomBytes } from 'node:crypto'
import { contactFields, timePath } from '#tests/chaos/booking-form.ts'
import { openHttpClient } from './http-client.ts'

// The visitors of a bench, in a process of their own: they get an order, work it off, answer and end.

export type WantedBooking = { officeId: string; startTick: number }
export type VisitorsOrder = { url: string; bookings: WantedBooking[]; atOnce: number }
export type VisitorsAnswer = { seconds: number }

process.once('message', (order: VisitorsOrder) => void work(order))

async function work({ url, bookings, atOnce }: VisitorsOrder): Promise<void> {
  const client = openHttpClient(url, { atOnce })
  const queue = [...bookings]
  // The connections are there before the clock runs.
  await Promise.all(Array.from({ length: atOnce }, () => client.get('/healthz')))
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let booking = queue.shift(); booking; booking = queue.shift()) await book(booking)
    }),
  )
  process.send?.({ seconds: (performance.now() - started) / 1000 } satisfies VisitorsAnswer)
  client.close()

  /** The three forms of a booking: the time, who comes, and yes. */
  async function book({ officeId, startTick }: WantedBooking): Promise<void> {
    const key = randomBytes(18).toString('base64url')
    const contact = await post(timePath({ officeId }), { key, start: String(startTick) }, /\/contact$/)
    const review = await post(contact, contactFields(), /\/review$/)
    await post(review, {}, /\/receipt$/)
  }

  async function post(path: string, fields: Record<string, string>, expected: RegExp): Promise<string> {
    const { status, location } = await client.post(path, fields)
    if (expected.test(location)) return location
    throw new Error(`A form posted to ${path} is answered ${status} ${location}`)
  }
}
