import { AUDIENCES } from '#app/domain/identity/session-rules.ts'

/** So long may a login take at the provider. */
const LOGIN_SECONDS = 10 * 60

export type Cookies = {
  /** The secret of a session, or of a browser that is logging in; null when the request has none that can be ours. */
  read(header: string | null, name: CookieName): string | null
  /** Whether the request may come from somebody who is logged in. */
  hasLogin(header: string | null): boolean
  /** A `Set-Cookie` that keeps a secret until the browser is closed, or for as long as a login may take. */
  set(name: CookieName, secret: string): string
  clear(name: CookieName): string
}

/** `visitor`: somebody who holds a time; `way`: what opens a sealed way through the guide. Both until the browser is closed. */
export const COOKIE_NAMES = [...AUDIENCES, 'login', 'visitor', 'way'] as const
export type CookieName = (typeof COOKIE_NAMES)[number]

/** 256 random bits in base64url. */
const SECRET = /^[\w-]{43}$/

/**
 * The cookies of logins. `Lax`, since a person comes back from the identity provider, which is another site
 * (security.md, pitfall 5). `__Host-` binds them to this host and to https; a demonstration on plain http has none.
 */
export function createCookies({ isSecure }: { isSecure: boolean }): Cookies {
  const nameOf = (name: CookieName) => `${isSecure ? '__Host-' : ''}forste-kontakt-${name}`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    read(header, name) {
      const wanted = nameOf(name)
      const values = (header ?? '')
        .split(';')
        .map((pair) => pair.trim().split('='))
        .filter(([key]) => key === wanted)
      // Of two, one was planted: neither is believed.
      const value = values.length === 1 ? values[0]?.[1] : undefined
      return value !== undefined && SECRET.test(value) ? value : null
    },
    hasLogin: (header) => AUDIENCES.some((audience) => header?.includes(`${nameOf(audience)}=`)),
    set: (name, secret) =>
      `${nameOf(name)}=${secret}; ${attributes}${name === 'login' ? `; Max-Age=${LOGIN_SECONDS}` : ''}`,
    clear: (name) => `${nameOf(name)}=; ${attributes}; Max-Age=0`,
  }
}
