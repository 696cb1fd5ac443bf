import { createContext } from 'react'

/** What the server knows of the request while it draws the page. */
export const RequestState = createContext({
  /** A form came back with errors: the title says so first. */
  formFailed: false,
  /** The database did not answer: the error page says so. */
  databaseAway: false,
  /** What the request is found by in the log; only on the server. */
  reference: '',
  /** For scripts that stand in the page; the browser hides it from scripts. */
  nonce: '',
})
