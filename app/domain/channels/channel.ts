/** The ways to get something done. */
export const CHANNELS = [
  'call-112',
  'text-1412',
  'emergency-sms',
  'call-02800',
  'visit-office',
  'find-office',
  'list-offices',
  'take-ticket',
  'book-passport',
  'my-appointment',
  'report-online',
  'specialist',
  'call-back',
  'local-contact',
  'write-contact',
  'bank',
  'embassy',
  'own-embassy',
  'assault-centre',
  'help-centre',
  'childrens-house',
  'child-welfare',
  'my-page',
  'access',
  'certificate',
  'firearms',
  'tip',
  'online-patrol',
  'feedback',
  'complaints-body',
  'events',
  'immigration',
  'civil',
  'figures',
] as const
export type ChannelId = (typeof CHANNELS)[number]

/** What a way is: decides what is said of the wait. */
export const CHANNEL_KINDS = ['emergency', 'phone', 'place', 'booking', 'online', 'elsewhere'] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** When a phone is answered, as wall clocks; 1 = Monday. `to` may be 24:00. */
export type Hours = { weekdays: readonly number[]; from: string; to: string }

export type Channel = {
  id: ChannelId
  kind: ChannelKind
  /** `tel:…`, or an address without its language; `{form}` is filled in. Null: there is nothing to open here. */
  address: string | null
  /** False until the portal has it; `until` is the way to take meanwhile. */
  isHere: boolean
  until: ChannelId | null
  /** Whether an electronic ID is asked for. */
  login: 'needed' | 'possible' | 'none'
  /** Empty for what is always there. */
  hours: readonly Hours[]
  source: string
}

/** A way that anybody can take today, without an electronic ID. */
export function isForAll({ login, isHere }: Channel): boolean {
  return login !== 'needed' && isHere
}

/**
 * Whether a phone is answered at a moment, given as the weekday (1 = Monday) and the wall clock in Norway, and else when
 * it next opens on that day.
 */
export function hoursNow(
  hours: readonly Hours[],
  { weekday, time }: { weekday: number; time: string },
): { isOpen: boolean; until: string | null; opensToday: string | null } {
  if (hours.length === 0) return { isOpen: true, until: null, opensToday: null }
  const today = hours.filter(({ weekdays }) => weekdays.includes(weekday))
  const open = today.find(({ from, to }) => from <= time && time < to)
  const next = today
    .map(({ from }) => from)
    .sort()
    .find((from) => from > time)
  return { isOpen: open !== undefined, until: open?.to ?? null, opensToday: open ? null : (next ?? null) }
}
