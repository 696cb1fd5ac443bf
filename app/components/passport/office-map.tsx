import { Details } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

type Spot = { x: number; y: number }

export type OfficeMapData = {
  width: number
  height: number
  land: string
  points: (Spot & { id: number; mark: Spot })[]
  here: Spot | null
}

type Props = {
  map: OfficeMapData
  /** The place that was searched from; null for a position or the whole country. */
  place: string | null
  /** What each number stands for and where it lies: "Lillehammer politistasjon: 41 km mot nord". */
  words: readonly string[]
  /** From this number on it is not known whether the places fit. */
  unknownFrom: number | null
}

/** More numbers than these cannot be read; then only dots are drawn. */
export const MOST_NUMBERS = 20

/** In units of the drawing, which is 480 wide: on a phone of 360 px a number is still 13 px high. */
const MARK = { radius: 17, baseline: 7, dot: 6, moved: 3 }

/** Where the offices of a list lie. It says nothing that its text does not say. */
export function OfficeMap({ map: { width, height, land, points, here }, place, words, unknownFrom }: Props) {
  const { t } = useTexts()
  const numbered = points.length <= MOST_NUMBERS
  const label = t('passport:map.label', { count: points.length })
  const isUnknown = (id: number) => unknownFrom !== null && id >= unknownFrom
  const caption = [
    numbered ? t('passport:map.numbers') : null,
    here ? captionOfHere(t, place) : null,
    numbered && unknownFrom !== null ? t('see:map.unknown') : null,
  ]
  return (
    <figure className="map stack-small">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        <path className="map-land" d={land} />
        {numbered
          ? points.filter(isMoved).map(({ id, x, y, mark }) => (
              <g key={id}>
                <path className="map-leader" d={`M${x} ${y}L${mark.x} ${mark.y}`} />
                <circle className="map-spot" cx={x} cy={y} r={4} />
              </g>
            ))
          : null}
        {/* The first of the list lies on top. */}
        {[...points].reverse().map(({ id, x, y, mark }) => {
          const at = numbered ? mark : { x, y }
          return (
            <g key={id} transform={`translate(${at.x} ${at.y})`}>
              <circle
                className={isUnknown(id) ? 'map-office unknown' : 'map-office'}
                r={numbered ? MARK.radius : MARK.dot}
              />
              {numbered ? (
                <text
                  className={isUnknown(id) ? 'map-text unknown' : 'map-text'}
                  textAnchor="middle"
                  y={MARK.baseline}
                >
                  {id}
                </text>
              ) : null}
            </g>
          )
        })}
        {/* Around a mark that lies on the same point, and over its neighbours. */}
        {here ? <circle className="map-here" cx={here.x} cy={here.y} r={MARK.radius + 5} /> : null}
      </svg>
      <figcaption>{caption.filter(Boolean).join(' ')}</figcaption>
      <Details>
        <Details.Summary>{t('see:map.asText')}</Details.Summary>
        <Details.Content>
          <ol>
            {words.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ol>
        </Details.Content>
      </Details>
    </figure>
  )
}

/** A mark that is nearer than this to its place needs no line to it. */
function isMoved({ x, y, mark }: OfficeMapData['points'][number]): boolean {
  return Math.hypot(mark.x - x, mark.y - y) > MARK.moved
}

function captionOfHere(t: ReturnType<typeof useTexts>['t'], place: string | null): string {
  return place ? t('passport:map.herePlace', { place }) : t('passport:map.here')
}
