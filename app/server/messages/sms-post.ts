import type { Delivery, OutgoingSms } from './outgoing.ts'

/** Shorter than a lease. */
const LONGEST_MILLISECONDS = 20_000

/** A number that cannot be reached; other refusals may pass. */
const FINAL = new Set([400, 404, 410, 422])

/**
 * Sends text messages by `POST url` with the JSON `{ "id", "to", "text" }`; any answer 2xx says that the message was
 * taken. The id is the same each time a message is sent, and is also the `Idempotency-Key`. A name and a password in the
 * url are sent as Basic authentication.
 */
export function smsPost(url: string) {
  const { username, password } = new URL(url)
  const address = new URL(url)
  address.username = ''
  address.password = ''
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (username) headers.set('Authorization', `Basic ${credentials.toString('base64')}`)
  return {
    async send({ id, to, text }: OutgoingSms): Promise<Delivery> {
      try {
        const answer = await fetch(address, {
          method: 'POST',
          redirect: 'error',
          headers: new Headers([...headers, ['Idempotency-Key', id]]),
          body: JSON.stringify({ id, to, text }),
          signal: AbortSignal.timeout(LONGEST_MILLISECONDS),
        })
        await answer.body?.cancel()
        if (answer.ok) return { ok: true }
        return { ok: false, isFinal: FINAL.has(answer.status), failure: `sms ${answer.status}` }
      } catch {
        return { ok: false, isFinal: false, failure: 'sms no answer' }
      }
    },
  }
}
