import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startPortal } from '#tests/support/portal.ts'
import type { Figures } from './figures.ts'

const GOAL_KB = 60
const FORM = 'application/x-www-form-urlencoded'
const ANSWERS = 'person=18%2B.passport&at=country'

type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: number
  text: string
}
type Weight = { bytes: number; scriptBytes: number; requests: number }

/** How heavy each citizen page is on a first visit: everything that the browser fetches, compressed as it is sent. */
export async function benchPages(): Promise<Figures> {
  const portal = await startPortal()
  try {
    const paths = await citizenPages(portal.url)
    const figures: Figures = {}
    let heaviest = 0
    let mostScript = 0
    for (const [name, path] of Object.entries(paths)) {
      const { bytes, scriptBytes, requests } = await weigh(portal.url, path)
      figures[`${name}, all`] = { value: bytes / 1000, unit: 'kB' }
      figures[`${name}, scripts`] = { value: scriptBytes / 1000, unit: 'kB' }
      figures[`${name}, requests`] = { value: requests, unit: '' }
      heaviest = Math.max(heaviest, bytes)
      mostScript = Math.max(mostScript, scriptBytes)
    }
    figures['heaviest citizen page'] = { value: heaviest / 1000, unit: 'kB', most: GOAL_KB }
    figures['most script on a citizen page'] = { value: mostScript / 1000, unit: 'kB' }
    return figures
  } finally {
    await portal.stop()
  }
}

/** From the front page to the receipt, as a visitor without scripts goes. */
async function citizenPages(url: string): Promise<Record<string, string>> {
  const list = `/nb/passport/book/office?${ANSWERS}`
  const office = officeIn((await fetchOnce(url, list)).text)
  const time = `/nb/passport/book/time?${ANSWERS}&office=${office}`
  const tick = /name="start"[^>]* value="(\d+)"/.exec((await fetchOnce(url, time)).text)?.[1]
  if (!tick) throw new Error(`${time} offers no time`)
  const key = randomBytes(18).toString('base64url')
  const contact = await post(url, time, { key, start: tick })
  const contactForm = { 'name-1': 'Kari Nordmann', email: 'kari@example.org', messageLanguage: 'nb' }
  const review = await post(url, contact, contactForm)
  return {
    front: '/nb',
    about: '/nb/passport',
    who: '/nb/passport/book/who',
    where: '/nb/passport/book/where?person=18%2B.passport',
    office: list,
    time,
    contact,
    review,
    receipt: review.replace(/review$/, 'receipt'),
    appointment: `/nb/appointments/${review.split('/').at(-2)}`,
    'lost link': '/nb/appointments',
  }
}

function officeIn(html: string): string {
  const office = /book\/time\?[^"]*office=([\w-]+)/.exec(html)?.[1]
  if (!office) throw new Error('The list of offices has no office with a time')
  return office
}

/** The page, its styles, scripts and pictures, and the fonts and pictures of its styles; each once. */
async function weigh(url: string, path: string): Promise<Weight> {
  // The pages before are weighed while the time is held.
  if (path.endsWith('/receipt')) await post(url, path.replace(/receipt$/, 'review'), {})
  const page = await fetchOnce(url, path)
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
  const weight: Weight = { bytes: page.bytes, scriptBytes: 0, requests: 1 }
  const wanted = [...partsOf(page.text)]
  const seen = new Set<string>()
  for (let part = wanted.shift(); part; part = wanted.shift()) {
    const address = new URL(part, url + path)
    if (address.origin !== url || seen.has(address.href)) continue
    seen.add(address.href)
    const answer = await fetchOnce(url, address.pathname + address.search)
    if (answer.status !== 200) throw new Error(`${address.pathname} of ${path} answers ${answer.status}`)
    const type = String(answer.headers['content-type'] ?? '')
    weight.bytes += answer.bytes
    weight.requests += 1
    if (/javascript/.test(type)) weight.scriptBytes += answer.bytes
    if (/css/.test(type)) {
      for (const [, inner = ''] of answer.text.matchAll(/url\(["']?([^"')]+)/g)) {
        if (!inner.startsWith('data:')) wanted.push(new URL(inner, address).href)
      }
    }
  }
  return weight
}

function* partsOf(html: string): Generator<string> {
  for (const [tag] of html.matchAll(/<(link|script|img|source)\b[^>]*>/g)) {
    if (tag.startsWith('<link') && !/rel="(stylesheet|modulepreload|preload|icon)"/.test(tag)) continue
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1]
    if (address && !address.startsWith('data:')) yield address.replaceAll('&amp;', '&')
  }
}

/** Posts a form and answers where it leads. */
async function post(url: string, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetchOnce(url, path, fields)
  const location = answer.headers.location
  if (typeof location !== 'string') throw new Error(`A form posted to ${path} is answered ${answer.status}`)
  return location
}

/** By node:http, because `fetch` does not say how many bytes came over the wire. */
function fetchOnce(url: string, path: string, fields?: Record<string, string>): Promise<Answer> {
  const headers = { 'Accept-Encoding': 'br, gzip', 'Accept-Language': 'nb', Accept: '*/*' }
  const posted = fields ? { Origin: url, 'Content-Type': FORM } : {}
  return new Promise((resolve, reject) => {
    const sending = request(
      url + path,
      { method: fields ? 'POST' : 'GET', headers: { ...headers, ...posted } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const body = Buffer.concat(chunks)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: body.length,
            text: decoded(body, response.headers['content-encoding']),
          })
        })
      },
    )
    sending.on('error', reject)
    sending.end(fields ? new URLSearchParams(fields).toString() : undefined)
  })
}

function decoded(body: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  if (encoding === 'gzip') return gunzipSync(body).toString()
  return body.toString()
}
