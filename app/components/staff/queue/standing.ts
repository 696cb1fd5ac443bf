/** Whom a counter has and who would be next, as its screen shows it or as it will be. */
export type Standing = {
  hereId: number | null
  status: 'free' | 'called' | 'serving'
  /** Those whom the counter would call, in their order. */
  nextIds: readonly number[]
}

/** An action by its name in the form; `ticketId` where it names somebody. */
export type Act = { name: string; ticketId: number | null }

/**
 * How things will stand after an action, by what the screen shows: who presses a key before the last one is answered
 * means whoever they saw as the next. Null where that cannot be said, as after something was undone.
 */
export function standingAfter(standing: Standing | null, { name, ticketId }: Act): Standing | null {
  if (standing === null) return null
  const { hereId, status, nextIds } = standing
  switch (name) {
    case 'next': {
      const [next = null, ...others] = nextIds
      if (status === 'called') return standing
      return next === null ? free([]) : { hereId: next, status: 'called', nextIds: others }
    }
    case 'call':
      if (hereId !== null || ticketId === null) return standing
      return { hereId: ticketId, status: 'called', nextIds: nextIds.filter((id) => id !== ticketId) }
    case 'start':
      return status === 'called' ? { ...standing, status: 'serving' } : standing
    case 'no-show':
      return status === 'called' ? free(nextIds) : standing
    case 'finish':
    case 'park':
    case 'transfer':
      return free(nextIds)
    case 'call-again':
    case 'split':
    case 'add-service':
    case 'note':
    case 'help':
    case 'come':
    case 'see-to':
      return standing
    case 'pause':
      return { ...standing, nextIds: [] }
    default:
      return null
  }
}

function free(nextIds: readonly number[]): Standing {
  return { hereId: null, status: 'free', nextIds }
}

/** Whether the same person is at the counter, and as far. */
export function isAbout(meant: Standing, shown: Standing): boolean {
  return meant.hereId === shown.hereId && meant.status === shown.status
}
