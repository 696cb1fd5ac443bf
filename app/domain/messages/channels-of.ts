import type { Contact } from '../scheduling/appointment.ts'
import type { Channel } from './message.ts'

/** The ways to reach a person, the one that is tried first in front; a letter only where there is nothing else. */
export function channelsOf({ email, mobile, address }: Contact): Channel[] {
  const electronic: Channel[] = [
    ...(email === null ? [] : (['email'] as const)),
    ...(mobile === null ? [] : (['sms'] as const)),
  ]
  return electronic.length === 0 && address !== null ? ['letter'] : electronic
}
