import type { PersonData } from '#app/components/passport/people-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { bringWords } from '#app/i18n/bring-words.ts'

/** What to bring for these people; for several it says for whom. */
export function BringList({ people }: { people: readonly Pick<PersonData, 'name' | 'takes'>[] }) {
  const { t, language } = useTexts()
  return (
    <ul>
      {bringWords(people, language, t).map(({ thing, words }) => (
        <li key={thing}>{words}</li>
      ))}
    </ul>
  )
}
