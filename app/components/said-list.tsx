/** What somebody said to the guide: what it is about, and each question with its answer. */
export type SaidWords = { about: string; answers: string[] }

export function SaidList({ said }: { said: SaidWords }) {
  return (
    <ul className="plain">
      {[said.about, ...said.answers].map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
