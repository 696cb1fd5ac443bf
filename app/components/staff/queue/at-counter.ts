import { createContext } from 'react'

/** What every form of the screen sends along, and whether keys are on. */
export const AtCounter = createContext({
  officeId: '',
  counterId: 0,
  /** Whom the screen shows at the counter: "ID.REVISION", or nobody. */
  seen: '',
  hasShortcuts: false,
  /** Says in words why something that was begun is not done. */
  tell: (_word: string) => {},
})
