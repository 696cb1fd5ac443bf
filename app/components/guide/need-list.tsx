import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { NeedId } from '#app/domain/channels/need.ts'

/** `path`: where it leads; null for a need that no address may name, which is posted. */
export type NeedRow = { id: NeedId; path: string | null }

/** Needs as large rows; the first may be marked as the likeliest. */
export function NeedList({ needs, marksFirst }: { needs: readonly NeedRow[]; marksFirst?: boolean }) {
  const { language } = useTexts()
  return (
    <ul className="rows">
      {needs.map(({ id, path }, index) => {
        const className = classOf(Boolean(marksFirst) && index === 0)
        return (
          <li key={id}>
            {path ? (
              <a className={className} href={path}>
                <NeedWords id={id} />
              </a>
            ) : (
              <form method="post" action={`/${language}/guide`}>
                <button type="submit" name="need" value={id} className={className}>
                  <NeedWords id={id} />
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function classOf(isBest: boolean): string {
  return isBest ? 'row-link best' : 'row-link'
}

function NeedWords({ id }: { id: NeedId }) {
  const { t } = useTexts()
  return (
    <>
      <span className="row-title">{t(`channels:need.${id}.title`)}</span>
      <Pause />
      <span>{t(`channels:need.${id}.body`)}</span>
    </>
  )
}
