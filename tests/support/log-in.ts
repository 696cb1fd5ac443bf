import { readTestPeople } from '#db/seed/test-people.ts'
import { fetchBrowser, type FetchBrowser } from './fetch-browser.ts'

/** Who may log in: a synthetic citizen by key, or a member of staff by subject. */
export type Who = { citizen: string; level?: 'high' | undefined } | { staff: string }

function subjectOf(who: Who): string {
  if ('staff' in who) return who.staff
  const person = readTestPeople().people.find(({ key }) => key === who.citizen)
  if (!person) throw new Error(`There is no test person "${who.citizen}"`)
  return person.nationalNumber
}

/** Where a person chooses who to be; `begin` is an address that leads there. */
export async function toChooser(browser: FetchBrowser, begin: string): Promise<string> {
  const chooser = await browser.open(begin)
  if (!chooser.finalUrl.includes('/interaction/')) {
    throw new Error(`${begin} led to ${chooser.finalUrl} (${chooser.status}) and not to the list of people`)
  }
  return chooser.finalUrl
}

/** Chooses who to be; answers the address to which the provider sends them back, which is not opened. */
export async function choose(browser: FetchBrowser, chooser: string, who: Who): Promise<string> {
  let answer = await browser.request(chooser, {
    method: 'POST',
    body: new URLSearchParams({ subject: subjectOf(who) }),
  })
  for (let step = 0; step < 5; step += 1) {
    const next = new URL(answer.headers.get('Location') ?? '', chooser).href
    if (new URL(next).pathname.startsWith('/login/')) return next
    answer = await browser.request(next)
  }
  throw new Error('The provider did not send anybody back')
}

/** Logs in over plain HTTP, with the real provider; answers the browser with its session. */
export async function logIn(
  url: string,
  who: Who,
  browser: FetchBrowser = fetchBrowser(),
): Promise<FetchBrowser> {
  const home = 'staff' in who ? '/nb/staff' : '/nb/me'
  const begin = 'level' in who && who.level ? `/nb/login?level=${who.level}&to=${home}` : home
  const callback = await choose(browser, await toChooser(browser, url + begin), who)
  const landed = await browser.open(callback)
  if (!landed.ok || new URL(landed.finalUrl).pathname !== home) {
    throw new Error(`The login led to ${landed.finalUrl} (${landed.status})`)
  }
  return browser
}

/** The cookies of somebody who has logged in, for requests that must not change them; '' for nobody. */
export async function cookieOf(
  url: string,
  { citizen, level, staff }: { citizen?: string; level?: 'high'; staff?: string },
): Promise<string> {
  if (!citizen && !staff) return ''
  const browser = await logIn(url, citizen ? { citizen, level } : { staff: staff ?? '' })
  const name = `forste-kontakt-${citizen ? 'citizen' : 'staff'}`
  return `${name}=${browser.cookie(name)}`
}
