import * as words from './fuzz-words.ts'

/** Between 0 and 1, like Math.random; the same seed makes the same requests. */
type Random = () => number

const FORM = 'application/x-www-form-urlencoded'

type Target = {
  /** Host and port of the portal. */
  host: string
  /** Secrets and ids that open something, so that requests get as far as they can. */
  known: readonly string[]
  /** The address of the visitor who sends the next one. */
  from: () => string
}

/**
 * Makes requests that are wrong in one place or in many: in the first line, a header, the path, the query, the body, or
 * in bytes anywhere. Some are wrong in nothing but what they say.
 */
export function createFuzzRequests(random: Random, target: Target): () => Buffer {
  const chance = (of: number) => random() < of
  const some = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('There must be something to choose from')
    return one
  }
  const times = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) })

  function bytes(most: number): string {
    return times(most)
      .map(() => String.fromCharCode(Math.floor(random() * 256)))
      .join('')
  }

  function value(): string {
    const dice = random()
    if (dice < 0.35) return some(words.GOOD_VALUES)
    if (dice < 0.8) return some(words.BAD_VALUES)
    if (dice < 0.88) return some(target.known)
    return dice < 0.94 ? String(Math.floor((random() - 0.3) * 10 ** Math.floor(random() * 25))) : bytes(30)
  }

  /** Most are written as a browser writes them; what is left is as it is. */
  function written(text: string): string {
    return chance(0.7) ? encodeURIComponent(text.toWellFormed()) : text
  }

  function pairs(most: number): string {
    return times(most)
      .map(() => `${written(chance(0.9) ? some(words.NAMES) : value())}=${written(value())}`)
      .join('&')
  }

  function path(): string {
    const parts = some(words.PATHS).replaceAll('$', () =>
      chance(0.5) ? some(target.known) : written(value()),
    )
    const suffix = chance(0.25) ? '.data' : ''
    const twisted = chance(0.05) ? parts.replace('/', some(['//', '/./', '/%2f', '\\', '/;/'])) : parts
    return twisted + suffix
  }

  function address(): string {
    if (chance(0.03)) return some(['*', 'http://evil.example/nb', 'nb', bytes(40), `/${'a'.repeat(9_000)}`])
    return path() + (chance(0.6) ? `?${pairs(8)}` : '')
  }

  function body(): string {
    return chance(0.7) ? pairs(10) : chance(0.8) ? some(words.BODIES) : bytes(500)
  }

  function request(): string {
    const method = chance(0.55) ? 'GET' : chance(0.75) ? 'POST' : some(words.METHODS)
    const version = chance(0.97) ? 'HTTP/1.1' : some(words.VERSIONS)
    const isForm = method === 'POST' || chance(0.05)
    const sent = isForm ? body() : ''
    const headers = [
      `Host: ${chance(0.95) ? target.host : some(words.HOSTS)}`,
      // Some come from one address, which uses up its allowance.
      ...(chance(0.95) ? [`X-Forwarded-For: ${target.from()}`] : []),
      ...(isForm ? [`Origin: ${chance(0.9) ? `http://${target.host}` : some(words.ORIGINS)}`] : []),
      ...(isForm ? [`Content-Type: ${chance(0.85) ? FORM : some(words.TYPES)}`] : []),
      ...(isForm && chance(0.95) ? [`Content-Length: ${Buffer.byteLength(sent, 'latin1')}`] : []),
      ...(chance(0.3) ? times(3).map(() => some(words.HEADERS)) : []),
      ...(chance(0.01) ? times(300).map((_, index) => `X-${index}: ${index}`) : []),
    ]
    const lines = [`${method} ${address()} ${version}`, ...headers]
    return `${lines.join(chance(0.99) ? '\r\n' : '\n')}\r\n\r\n${sent}`
  }

  /** A letter changed, taken away or put in, or the end cut off. */
  function damaged(text: string): string {
    const at = Math.floor(random() * text.length)
    return some([
      () => text.slice(0, at) + bytes(3) + text.slice(at + 1),
      () => text.slice(0, at) + bytes(20) + text.slice(at),
      () => text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 20)),
      () => text.slice(0, at),
    ])()
  }

  return () => {
    const whole = request()
    return Buffer.from(chance(0.1) ? damaged(whole) : whole, 'latin1')
  }
}
