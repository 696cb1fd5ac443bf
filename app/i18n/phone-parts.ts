/** The numbers that anybody can call by one press; 1412 answers text telephones alone. */
const CALL = /(?:\b(?:ring|ringe|ringer|ringje|call)(?: politiet på| the police on)? )?\b(112|02800)\b/giu

/** A text in its parts: what calls somebody, with its address, and what stands between. */
export function phoneParts(text: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = []
  let from = 0
  for (const call of text.matchAll(CALL)) {
    parts.push({ text: text.slice(from, call.index), href: null })
    parts.push({ text: call[0], href: `tel:${call[1]}` })
    from = call.index + call[0].length
  }
  parts.push({ text: text.slice(from), href: null })
  return parts.filter((part) => part.text !== '')
}
