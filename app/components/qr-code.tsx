type Props = {
  /** The QR module matrix, row by row: 1 is dark. */
  modules: readonly (readonly number[])[]
  label: string
}

/** Quiet zone around a QR code, in modules (ISO/IEC 18004). */
const QUIET = 4

/** A QR code drawn as SVG; always black on white, so that a scanner reads it in dark mode too. */
export function QrCode({ modules, label }: Props) {
  const size = modules.length + 2 * QUIET
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      width={160}
      height={160}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
