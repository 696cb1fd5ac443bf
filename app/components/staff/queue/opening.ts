import { createContext } from 'react'

/** Which opening of a dialog this is: what is chosen in it begins anew each time (a key of React). */
export const Opening = createContext(0)
