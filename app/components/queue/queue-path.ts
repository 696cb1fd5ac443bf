/** Where in the queue pages of an office somebody is; `screen` stands in the address when it was said there. */
export type QueueAt = { language: string; officeId: string; screen: string | null }

/** The address of a page of an office's queue, '' for its first. */
export function queuePath(
  { language, officeId, screen }: QueueAt,
  page: '' | 'check-in' | 'ticket' | 'answer' = '',
  more: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ ...(screen ? { screen } : {}), ...more })
  const path = `/${language}/queue/${officeId}${page ? `/${page}` : ''}`
  return search.size > 0 ? `${path}?${search}` : path
}
