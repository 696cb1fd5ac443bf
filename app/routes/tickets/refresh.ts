/** Without script a page may come again by itself, where the person has asked for it (architecture.md §6). */
const REFRESH_SECONDS = 30

export function isRefreshing({ searchParams }: URL): boolean {
  return searchParams.get('refresh') === String(REFRESH_SECONDS)
}

/** A header, and not an element of the page: the person has turned it on by a link, and another turns it off. */
export function refreshHeaders(url: URL): Record<string, string> {
  return isRefreshing(url) ? { Refresh: String(REFRESH_SECONDS) } : {}
}
