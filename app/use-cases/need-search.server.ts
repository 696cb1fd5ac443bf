import { buildNeedSearch, type NeedSearch } from '#app/domain/channels/search-needs.ts'
import { needSearchData } from '#db/queries/guide-data.ts'

/**
 * The search of the guide, made when it is first asked for: it learns for some tenths of a second, and most processes never
 * search. The server asks soon after its start, so that nobody waits for it.
 */
export function learnWhenAsked(): () => NeedSearch {
  let learnt: NeedSearch | undefined
  return () => {
    if (learnt) return learnt
    const { searchWords, examples } = needSearchData()
    learnt = buildNeedSearch(searchWords, examples)
    return learnt
  }
}
