import type { PersonData } from '#app/components/passport/people-facts.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { ThingToBring } from '#app/domain/passport/what-it-takes.ts'
import { formatList } from '#app/i18n/format.ts'

/** In the order in which they are packed. */
const THINGS: readonly ThingToBring[] = ['old-passport', 'guardian-identification', 'proof-of-responsibility']

/** What to bring for these people; for several it says for whom. */
export function BringList({ people }: { people: readonly Pick<PersonData, 'name' | 'takes'>[] }) {
  const { t, language } = useTexts()
  const things = THINGS.map((thing) => ({
    thing,
    names: people.flatMap(({ name, takes }, index) =>
      takes.bring.includes(thing) ? [name ?? t('people:person', { number: index + 1 })] : [],
    ),
  })).filter(({ names }) => names.length > 0)
  return (
    <ul>
      {things.map(({ thing, names }) => (
        <li key={thing}>
          {people.length > 1
            ? t(`people:bring.${thing}`, { names: formatList(names, language) })
            : t(`passport:bring.${thing}`)}
        </li>
      ))}
    </ul>
  )
}
