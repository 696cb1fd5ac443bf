import QRCode from 'qrcode'
import type { BoardingPassData } from '#app/components/passport/boarding-pass.tsx'
import type { describeAppointment } from './personal-link.ts'

/** What the boarding pass of a confirmed appointment shows; the QR code holds the check-in code and nothing else. */
export function boardingPassData(facts: ReturnType<typeof describeAppointment>): BoardingPassData {
  const { moment, group, officeName, address, postalPlace, reference, checkInCode } = facts
  if (!reference || !checkInCode)
    throw new Error('A confirmed appointment has a reference and a check-in code')
  return {
    moment,
    group,
    officeName,
    address,
    postalPlace,
    reference,
    checkInCode,
    qr: qrModules(checkInCode),
  }
}

function qrModules(text: string): number[][] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) => Array.from(data.slice(row * size, (row + 1) * size)))
}
