/** A browser without a window: it keeps cookies and follows redirects, over plain HTTP. */
export type FetchBrowser = {
  /** One request; a redirect is not followed. */
  request(url: string, init?: RequestInit): Promise<Response>
  /** Follows redirects, also to other hosts, until a page comes. */
  open(url: string, init?: RequestInit): Promise<Response & { finalUrl: string; redirects: string[] }>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
}

const MOST_REDIRECTS = 10

/** All hosts of a test are one: cookies do not know of ports. */
export function fetchBrowser(): FetchBrowser {
  const jar = new Map<string, string>()

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method === 'POST' && !headers.has('Origin')) headers.set('Origin', new URL(url).origin)
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (value === '' || /Max-Age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    request,
    async open(url, init) {
      const redirects: string[] = []
      let at = url
      let answer = await request(at, init)
      while (answer.status >= 300 && answer.status < 400 && redirects.length < MOST_REDIRECTS) {
        at = new URL(answer.headers.get('Location') ?? '', at).href
        redirects.push(at)
        answer = await request(at)
      }
      return Object.assign(answer, { finalUrl: at, redirects })
    },
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => void jar.set(name, value),
  }
}
