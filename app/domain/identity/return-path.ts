/** Long enough for a booking of eight people; longer ones are no address of ours. */
const LONGEST = 2_000

/**
 * Where a person goes on after login, when it is a page of the portal; null for everything else: another site, a
 * script, an address that browsers read in another way than it looks (threat 11 of security.md).
 */
export function safeReturnPath(path: string | null, languages: readonly string[]): string | null {
  if (path === null || path.length > LONGEST || !/^\/[a-z]/.test(path)) return null
  // A browser reads "\" as "/" and leaves out line breaks and tabs, so "/\t/evil" would leave us.
  if (/[\\\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/u.test(path)) return null
  const url = URL.parse(path, 'https://portal.invalid')
  if (!url || url.host !== 'portal.invalid' || url.protocol !== 'https:' || url.hash !== '') return null
  if (url.username !== '' || url.pathname.includes('//') || url.pathname + url.search !== path) return null
  return languages.includes(url.pathname.split('/')[1] ?? '') ? path : null
}
