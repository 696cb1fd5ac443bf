import type { TestPortal } from '#tests/support/portal.ts'

/** How far an appointment has come before the reader begins: held, with its contact, confirmed. */
export type Stage = 'held' | 'reviewed' | 'confirmed'

const NAMES = ['Kari', 'Ola', 'Liv', 'Per', 'Ida', 'Jon', 'Eva', 'Nils'].map((name) => `${name} Nordmann`)

/** Makes an appointment as a browser would, with the first time that the answers of `query` find; gives its secret. */
export async function prepareAppointment(portal: TestPortal, stage: Stage, query: string): Promise<string> {
  const timePath = `/nb/passport/book/time?${query}`
  const page = await (await fetch(portal.url + timePath)).text()
  const valueOf = (name: string) => {
    const input = [...page.matchAll(/<input[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`))?.[0]
    return /value="([^"]*)"/.exec(input ?? '')?.[1] ?? ''
  }
  const held = await post(portal, timePath, { key: valueOf('key'), start: valueOf('start') })
  const book = /^(.*\/book\/([\w-]{22}))\//.exec(held)
  const [, path = '', secret = ''] = book ?? []
  if (!book) throw new Error(`No time was held, but led to ${held}`)
  if (stage === 'held') return secret

  const names = new URLSearchParams(query)
    .getAll('person')
    .map((_, index) => [`name-${index + 1}`, NAMES[index] ?? ''])
  const contact = { email: 'kari@eksempel.no', mobile: '', messageLanguage: 'nb' }
  await post(portal, `${path}/contact`, { ...Object.fromEntries(names), ...contact })
  if (stage === 'confirmed') await post(portal, `${path}/review`, {})
  return secret
}

/** Sends a form; gives where it leads. */
async function post(portal: TestPortal, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(portal.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: portal.url },
    body: new URLSearchParams(fields),
  })
  await answer.body?.cancel()
  if (answer.status !== 302) throw new Error(`${path} answered ${answer.status}`)
  return answer.headers.get('Location') ?? ''
}
