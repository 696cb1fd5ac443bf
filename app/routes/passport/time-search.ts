/** What the address of the time page says beyond the answers. */
export type TimeSearch = {
  /** The first day to show. */
  from: string | null
  /** The only day to show, with all its times. */
  day: string | null
  /** A time that the person wanted and did not get. */
  lost: { tick: number; why: 'slot-taken' | 'slot-passed' } | null
}

/** Reads it; what makes no sense counts as left out. */
export function readTimeSearch(url: URL): TimeSearch {
  const lost = url.searchParams.get('lost') ?? ''
  return {
    from: dayOrNull(url.searchParams.get('from')),
    day: dayOrNull(url.searchParams.get('day')),
    lost: /^\d{7,8}$/.test(lost)
      ? {
          tick: Number(lost),
          why: url.searchParams.get('why') === 'slot-passed' ? 'slot-passed' : 'slot-taken',
        }
      : null,
  }
}

function dayOrNull(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    return null
  }
}
