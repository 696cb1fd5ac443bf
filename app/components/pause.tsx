/**
 * A pause between parts that stand on lines of their own: seen as a new line, heard as the end of a sentence. The space
 * does not collapse; with one that does, a reader hears "Vik.kommune".
 */
export function Pause() {
  return <span className="ds-sr-only">{'.\u00A0'}</span>
}
