/**
 * Where in the queue pages of an office somebody is. `screen` stands in the address when it was said there; `said` is what
 * they said to the guide, which goes along to their ticket.
 */
export type QueueAt = { language: string; officeId: string; screen: string | null; said?: string | null }

/** The address of a page of an office's queue, '' for its first. */
export function queuePath(
  { language, officeId, screen, said }: QueueAt,
  page: '' | 'check-in' | 'ticket' | 'answer' = '',
  more: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ ...(screen ? { screen } : {}), ...(said ? { said } : {}), ...more })
  const path = `/${language}/queue/${officeId}${page ? `/${page}` : ''}`
  return search.size > 0 ? `${path}?${search}` : path
}
