import { randomBytes } from 'node:crypto'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { adults, contactFields } from '#tests/chaos/booking-form.ts'
import { openHttpClient } from './http-client.ts'

const AT_ONCE = 4

/**
 * Visitors who come until they are told to stop: each looks for an office and its times, books, reads the receipt,
 * fetches the calendar file and cancels. What they book is free again, so this may go on for ever.
 * @throws when the portal answers something that they did not expect
 */
export async function keepVisiting(
  url: string,
  stop: AbortSignal,
): Promise<{ visits: number; requests: number }> {
  const client = openHttpClient(url, { atOnce: AT_ONCE })
  const random = randomOf('visits')
  let visits = 0
  let requests = 0

  async function keepOn(): Promise<void> {
    while (!stop.aborted) {
      await visit()
      visits += 1
    }
  }

  async function visit(): Promise<void> {
    const language = ['nb', 'nn', 'en'][Math.floor(random() * 3)] ?? 'nb'
    const people = adults(1 + Math.floor(random() * 4))
    const search = new URLSearchParams(people.map((person) => ['person', person]))
    // Somewhere in the south of Norway.
    search.set('at', `position-${(58 + 5 * random()).toFixed(4)},${(6 + 5 * random()).toFixed(4)}`)
    await read(`/${language}`)
    const list = await read(`/${language}/passport/book/office?${search}`)
    const offices = [...list.matchAll(/book\/time\?[^"]*office=([\w-]+)/g)].map(([, office = '']) => office)
    search.set('office', offices[Math.floor(random() * offices.length)] ?? '')
    const timePath = `/${language}/passport/book/time?${search}`
    const starts = [...(await read(timePath)).matchAll(/name="start"[^>]* value="(\d+)"/g)]
    const start = starts[Math.floor(random() * starts.length)]?.[1]
    if (!start) return
    const contact = await post(timePath, { key: randomBytes(18).toString('base64url'), start })
    // Another visitor was faster; then this one has seen enough.
    if (!contact.endsWith('/contact')) return
    await read(contact)
    const review = await post(contact, contactFields(people.length))
    await read(review)
    const receipt = await post(review, {})
    await read(receipt)
    const appointment = `/${language}/appointments/${receipt.split('/').at(-2)}`
    await read(`${appointment}/calendar.ics`)
    await post(`${appointment}/cancel`, {})
  }

  async function read(path: string): Promise<string> {
    const { status, text } = await client.get(path)
    requests += 1
    if (status !== 200) throw new Error(`${path} is answered ${status}`)
    return text
  }

  async function post(path: string, fields: Record<string, string>): Promise<string> {
    const { status, location } = await client.post(path, fields)
    requests += 1
    if (status !== 302) throw new Error(`A form posted to ${path} is answered ${status}`)
    return location
  }

  await Promise.all(Array.from({ length: AT_ONCE }, () => keepOn()))
  client.close()
  return { visits, requests }
}
