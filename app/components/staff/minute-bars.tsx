/** Units of the drawing: a picture beside a figure is short. */
const WIDTH = { long: 240, short: 100 }
const BAR = 14
const GAP = 6

type Props = {
  /** One bar under the other; the second kind is drawn as an outline, so that no colour is needed to tell them apart. */
  bars: readonly { value: number; isSecond: boolean }[]
  /** What the longest of all pictures beside this one stands for. */
  most: number
  size?: keyof typeof WIDTH
  /** Where a line across shows what is aimed at. */
  aim?: number
}

/** Values as bars. What they say stands beside them in words: the picture itself is for the eye. */
export function MinuteBars({ bars, most, aim, size = 'long' }: Props) {
  const height = bars.length * (BAR + GAP) - GAP
  const lengthOf = (value: number) => (most > 0 ? Math.round((value / most) * (WIDTH[size] - 4)) : 0)
  return (
    <svg
      className="minute-bars"
      viewBox={`0 0 ${WIDTH[size]} ${height}`}
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="xMinYMid meet"
    >
      {bars.map(({ value, isSecond }, index) => (
        <rect
          key={index}
          className={isSecond ? 'bar-second' : 'bar-first'}
          x={1}
          y={index * (BAR + GAP) + 1}
          width={Math.max(2, lengthOf(value))}
          height={BAR - 2}
          rx={2}
        />
      ))}
      {aim === undefined ? null : (
        <line className="bar-aim" x1={lengthOf(aim)} x2={lengthOf(aim)} y1={0} y2={height} />
      )}
    </svg>
  )
}
