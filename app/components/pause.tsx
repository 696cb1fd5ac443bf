/** A pause between the parts of a link that is a whole row: seen as a new line, heard as the end of a sentence. */
export function Pause() {
  return <span className="ds-sr-only">{'. '}</span>
}
