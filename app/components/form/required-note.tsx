/**
 * What must be filled in, said once and in words, where a form begins. Marking what is optional instead of every field
 * that is not keeps the labels short, to the eye and to the ear.
 */
export function RequiredNote({ text }: { text: string }) {
  return <p className="hint">{text}</p>
}
