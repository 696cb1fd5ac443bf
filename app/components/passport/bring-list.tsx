import { useTexts } from '#app/components/use-texts.ts'
import type { ThingToBring } from '#app/domain/passport/what-it-takes.ts'

/** What to bring, for this person. */
export function BringList({ things }: { things: readonly ThingToBring[] }) {
  const { t } = useTexts()
  return (
    <ul>
      {things.map((thing) => (
        <li key={thing}>{t(`passport:bring.${thing}`)}</li>
      ))}
    </ul>
  )
}
