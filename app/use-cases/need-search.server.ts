import {
  buildNeedSearch,
  needSearchFrom,
  type LearntNeeds,
  type NeedSearch,
} from '#app/domain/channels/search-needs.ts'
import { exampleSentences, searchWords } from '#db/queries/guide-data.ts'

/**
 * The search of the guide, made when it is first asked for: most processes never search. `readLearnt`: what was learnt
 * when the portal was built; without it, it is learnt here, which takes a second.
 */
export function needSearchWhenAsked(readLearnt: () => LearntNeeds | null): () => NeedSearch {
  let made: NeedSearch | undefined
  return () => {
    if (made) return made
    const learnt = readLearnt()
    const words = searchWords()
    made = learnt ? needSearchFrom(words, learnt) : buildNeedSearch(words, exampleSentences())
    return made
  }
}
