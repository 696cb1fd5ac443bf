import QRCode from 'qrcode'

/** The module matrix of a QR code, for components/qr-code.tsx. */
export function qrModules(text: string): number[][] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) => Array.from(data.slice(row * size, (row + 1) * size)))
}
