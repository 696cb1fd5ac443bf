/** Letters with what stands between the parts of a name; a full stop only after an initial. */
const NAME = /^(?:[\p{L}\p{M} '’-]|\.(?=\s|$)){1,60}$/u

/**
 * True when a text can be nothing but a name. Anybody may type any address, and with "visit evil.example" for a name we
 * would carry their advertisement to it in our own words: such a name is left out.
 */
export function isPlainName(text: string): boolean {
  return NAME.test(text)
}
