import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  map: {
    width: number
    height: number
    land: string
    points: { id: number; x: number; y: number }[]
    here: { x: number; y: number } | null
  }
  /** The place that was searched from; null for a position or the whole country. */
  place: string | null
}

/** More numbers than these cannot be read; then only dots are drawn. */
const MOST_NUMBERS = 20

/** Where the offices of a list lie. It says nothing that the list does not say in words. */
export function OfficeMap({ map: { width, height, land, points, here }, place }: Props) {
  const { t } = useTexts()
  const numbered = points.length <= MOST_NUMBERS
  const label = t('passport:map.label', { count: points.length })
  return (
    <figure className="map">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <path className="map-land" d={land} />
        {here ? <circle className="map-here" cx={here.x} cy={here.y} r={11} /> : null}
        {/* The first of the list lies on top. */}
        {[...points].reverse().map(({ id, x, y }) => (
          <g key={id} transform={`translate(${x} ${y})`}>
            <circle className="map-office" r={numbered ? 15 : 6} />
            {numbered ? (
              <text className="map-text" textAnchor="middle" y={6}>
                {id}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption>
        {[numbered ? t('passport:map.numbers') : null, here ? captionOfHere(t, place) : null]
          .filter(Boolean)
          .join(' ')}
      </figcaption>
    </figure>
  )
}

function captionOfHere(t: ReturnType<typeof useTexts>['t'], place: string | null): string {
  return place ? t('passport:map.herePlace', { place }) : t('passport:map.here')
}
