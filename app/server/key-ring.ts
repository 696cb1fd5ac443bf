/** Keys with their ids. What a key protects carries its id, so that a new one can be put in front of the old. */
export type KeyRing = {
  current: { id: string; key: string }
  byId: ReadonlyMap<string, string>
}

/** Reads "id:secret", or several with commas between them, the one in use first. */
export function readKeyRing(text: string): KeyRing {
  const keys = text.split(',').map((part) => {
    const [id = '', key = ''] = part.trim().split(':')
    return { id, key }
  })
  const [current] = keys
  if (!current) throw new Error('A key ring has at least one key')
  return { current, byId: new Map(keys.map(({ id, key }) => [id, key])) }
}
