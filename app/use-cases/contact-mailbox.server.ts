import { placeRules } from './place-rules.server.ts'
import type { Portal } from './portal.server.ts'

/**
 * Where messages to the politikontakt of a district go; null where nobody has said it. In earnest an address that was
 * made up for the demonstration is none.
 */
export function contactMailbox(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  districtId: string,
  { isDemo }: { isDemo: boolean },
): string | null {
  const mailbox = placeRules(portal).mailboxOf(districtId)
  return mailbox && (isDemo || mailbox.confidence !== 'demonstration') ? mailbox.address : null
}
