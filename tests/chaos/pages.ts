import { setTimeout as wait } from 'node:timers/promises'
import { postForm, timePath } from './booking-form.ts'
import { OFFICE_IDS } from './country.ts'
import type { Ledger } from './ledger.ts'

const LONGEST_WAIT_MILLISECONDS = 60_000

/** The status of the answer to a GET. */
export async function statusOf(url: string, path: string): Promise<number> {
  const answer = await fetch(url + path, { redirect: 'manual' })
  await answer.body?.cancel()
  return answer.status
}

/** True once it is so; false when it takes too long. */
export async function soon(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + LONGEST_WAIT_MILLISECONDS
  while (Date.now() < deadline) {
    if (await isSo()) return true
    await wait(100)
  }
  return false
}

/** True once the portal says by itself that it serves from its database. */
export function readySoon(url: string): Promise<boolean> {
  return soon(async () => (await statusOf(url, '/readyz')) === 200)
}

/** A sentence for each page that is not shown though it only reads. */
export async function deadPages(url: string, ledger: Ledger): Promise<string[]> {
  const [confirmed] = ledger.confirmed()
  const paths = [
    '/healthz',
    '/nb',
    '/nb/passport',
    timePath({ officeId: OFFICE_IDS[0] ?? '' }),
    ...(confirmed ? [`/nb/appointments/${confirmed.secret}`] : []),
  ]
  const dead: string[] = []
  for (const path of paths) {
    const status = await statusOf(url, path)
    if (status !== 200) dead.push(`${status} for ${path.slice(0, 40)}`)
  }
  return dead
}

/** Sentences about what a portal gives away though its database is damaged. */
export async function notRefused(url: string, ledger: Ledger): Promise<string[]> {
  const [someone] = ledger.confirmed()
  if (!someone) return ['nobody was confirmed before: nothing was tried']
  const appointment = `/nb/appointments/${someone.secret}`
  const found = {
    'a page': await statusOf(url, appointment),
    'a form': (await postForm(url, `${appointment}/cancel`)).status,
  }
  return Object.entries(found)
    .filter(([, status]) => status !== 503)
    .map(([what, status]) => `${what} answers ${status}`)
}

/** Sentences about answers that were neither a redirect nor the honest 503 for a database that is away. */
export function otherThan503(troubles: ReadonlyMap<number, number>): string[] {
  return [...troubles]
    .filter(([status]) => status !== 503)
    .map(([status, times]) => `${times} × answer ${status}`)
}
