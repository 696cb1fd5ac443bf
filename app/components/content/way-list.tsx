import { useTexts } from '#app/components/use-texts.ts'
import { Pause } from '#app/components/pause.tsx'
import type { Way } from '#app/domain/content/content.ts'

/** Where each way leads; a text telephone is a device of its own. */
const ADDRESSES: Record<Way, string | null> = {
  emergency: 'tel:112',
  'text-telephone': null,
  call: 'tel:02800',
  office: '/offices',
  write: '/contact',
  guide: '/guide',
}

/** Ways to us that need no electronic ID, each a whole row. */
export function WayList({ ways }: { ways: readonly Way[] }) {
  const { t, language } = useTexts()
  return (
    <ul className="rows">
      {ways.map((way) => {
        const address = ADDRESSES[way]
        const href = address?.startsWith('/') ? `/${language}${address}` : address
        return (
          <li key={way}>
            {href ? (
              <a className="row-link" href={href}>
                <span className="row-title">{t(`services:way.${way}`)}</span>
                <Pause />
                <span>{t(`services:wayHint.${way}`)}</span>
              </a>
            ) : (
              <p className="way-text">
                <strong>{t(`services:way.${way}`)}.</strong> {t(`services:wayHint.${way}`)}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
