/** A phone that somebody holds; a tablet – which says "iPad", or nothing – may hang on a wall. */
const PHONE = /iPhone|Mobi/
const TABLET = /iPad|Tablet/

/**
 * Whether the screen may be one that many use: it then shows nothing of anybody longer than it must. The address may say
 * it (`screen=wall` for a tablet that calls itself a phone, `screen=own`); else only what is surely a phone is taken for
 * somebody's own.
 */
export function isWall({ url, headers }: Pick<Request, 'url' | 'headers'>): boolean {
  const said = new URL(url).searchParams.get('screen')
  if (said === 'wall' || said === 'own') return said === 'wall'
  const agent = headers.get('User-Agent') ?? ''
  const isPhone = headers.get('Sec-CH-UA-Mobile') === '?1' || (PHONE.test(agent) && !TABLET.test(agent))
  return !isPhone
}

/** What the address says of the screen, so that the next page's says it too. */
export function screenParameter({ url }: Pick<Request, 'url'>): string | null {
  const said = new URL(url).searchParams.get('screen')
  return said === 'wall' || said === 'own' ? said : null
}
