import type { Person } from '#app/domain/passport/person.ts'
import type { Language } from '#app/i18n/languages.ts'
import { writePerson } from '#app/routes/passport/person-parameter.ts'
import { aPerson } from '#tests/support/builders.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { anEmail } from './contact.ts'

/** `change`: the secret of a confirmed appointment that is to be changed; `said`: what was said to the guide. */
type Answers = { people?: readonly Person[]; change?: string; said?: string }
type Contact = {
  names?: string[]
  email?: string
  mobile?: string
  neither?: string
  messageLanguage?: string
}

/** The query that the booking pages carry; for one adult who wants a passport unless said otherwise. */
export function answersQuery(...people: Person[]): string {
  const search = new URLSearchParams()
  for (const person of people.length > 0 ? people : [aPerson()]) search.append('person', writePerson(person))
  return search.toString()
}

/**
 * A citizen who works over plain HTTP, for what has to have happened before a test looks.
 * @param cookie of somebody who is logged in
 */
export function aCitizen(
  portal: Pick<TestPortal, 'url'>,
  language: Language = 'nb',
  { cookie }: { cookie?: string } = {},
) {
  const from = { 'X-Forwarded-For': aVisitorAddress(), ...(cookie ? { Cookie: cookie } : {}) }

  async function get(path: string): Promise<Response> {
    return fetch(portal.url + path, { redirect: 'manual', headers: from })
  }

  async function post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(portal.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: portal.url, ...from, ...headers },
      body: new URLSearchParams(fields),
    })
  }

  function timePath(officeId: string, { people = [], change, said }: Answers = {}): string {
    const changing = change ? `&change=${change}` : ''
    const telling = said ? `&said=${said}` : ''
    return `/${language}/passport/book/time?${answersQuery(...people)}&office=${officeId}${changing}${telling}`
  }

  async function timePage(officeId: string, answers?: Answers): Promise<{ key: string; starts: number[] }> {
    const page = await (await get(timePath(officeId, answers))).text()
    const inputs = [...page.matchAll(/<input[^>]*>/g)].map(([input]) => ({
      name: /\bname="([^"]*)"/.exec(input)?.[1],
      value: /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '',
    }))
    return {
      key: inputs.find(({ name }) => name === 'key')?.value ?? '',
      starts: inputs.filter(({ name }) => name === 'start').map(({ value }) => Number(value)),
    }
  }

  /** Holds a time, the first that is shown when none is named; answers the secret. */
  async function hold(
    officeId: string,
    { start, ...answers }: Answers & { start?: number } = {},
  ): Promise<string> {
    const page = await timePage(officeId, answers)
    const wanted = start ?? page.starts[0]
    const answer = await post(timePath(officeId, answers), { key: page.key, start: String(wanted) })
    const secret = /\/book\/([\w-]{22})\//.exec(answer.headers.get('Location') ?? '')?.[1]
    if (!secret)
      throw new Error(
        `${officeId} at ${wanted} was not held: ${answer.status} ${answer.headers.get('Location')}`,
      )
    return secret
  }

  async function giveContact(
    secret: string,
    { names = ['Kari Nordmann'], ...contact }: Contact = {},
  ): Promise<void> {
    const fields = {
      ...Object.fromEntries(names.map((name, index) => [`name-${index + 1}`, name])),
      email: anEmail(),
      mobile: '',
      messageLanguage: language,
      ...contact,
    }
    await mustRedirect(await post(`/${language}/passport/book/${secret}/contact`, fields), '/review')
  }

  async function confirm(secret: string): Promise<void> {
    await mustRedirect(await post(`/${language}/passport/book/${secret}/review`, {}), '/receipt')
  }

  async function book(
    officeId: string,
    wanted?: Answers & { start?: number; contact?: Contact },
  ): Promise<string> {
    const secret = await hold(officeId, wanted)
    await giveContact(secret, wanted?.contact)
    await confirm(secret)
    return secret
  }

  return {
    get,
    post,
    timePath,
    timePage,
    hold,
    giveContact,
    confirm,
    book,
    async holdWithContact(officeId: string, wanted?: Answers & { contact?: Contact }): Promise<string> {
      const secret = await hold(officeId, wanted)
      await giveContact(secret, wanted?.contact)
      return secret
    },
    /** Confirms a hold that changes an appointment. */
    async confirmChange(hold: string, secret: string): Promise<void> {
      const path = `/${language}/passport/book/${hold}/review`
      await mustRedirect(await post(path, {}), `/appointments/${secret}?told=changed&`)
    },
    async cancel(secret: string): Promise<void> {
      await mustRedirect(await post(`/${language}/appointments/${secret}/cancel`, {}), secret)
    },
  }
}

async function mustRedirect(answer: Response, part: string): Promise<void> {
  const location = answer.headers.get('Location') ?? ''
  if (answer.status !== 302 || !location.includes(part)) {
    throw new Error(`A step led to ${answer.status} ${location} instead of …${part}`)
  }
}
