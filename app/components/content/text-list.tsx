import { CallText } from '#app/components/call-text.tsx'

type Props = {
  texts: readonly string[]
  /** `steps` are done in their order. */
  as?: 'text' | 'points' | 'steps'
}

/** One text is a paragraph; several are a list, or paragraphs where they are to be read as such. */
export function TextList({ texts, as = 'points' }: Props) {
  if (texts.length === 0) return null
  if (as === 'text' || texts.length === 1)
    return texts.map((text) => (
      <p key={text}>
        <CallText text={text} />
      </p>
    ))
  const items = texts.map((text) => (
    <li key={text}>
      <CallText text={text} />
    </li>
  ))
  return as === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>
}
