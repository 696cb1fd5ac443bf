import type { BoardingPassData } from '#app/components/passport/boarding-pass.tsx'
import { qrModules } from '../qr-modules.ts'
import { queuePath } from '#app/components/queue/queue-path.ts'
import type { describeAppointment } from './personal-link.ts'

/**
 * What the boarding pass of a confirmed appointment shows. Its QR code is a link that a phone opens, to a page that asks
 * whether one is there; it ends with the check-in code, so that a scanner at the kiosk finds it, and opens nothing else.
 */
export function boardingPassData(
  facts: ReturnType<typeof describeAppointment>,
  { baseUrl, language }: { baseUrl: string; language: string },
): BoardingPassData {
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
    qr: qrModules(checkInLink({ baseUrl, language, officeId: facts.officeId, code: checkInCode })),
  }
}

function checkInLink({
  baseUrl,
  language,
  officeId,
  code,
}: {
  baseUrl: string
  language: string
  officeId: string
  code: string
}): string {
  return baseUrl + queuePath({ language, officeId, screen: 'own' }, 'check-in', { code })
}
