/** The database cannot answer now: locked, full, unreachable. The portal answers 503; a later try may succeed. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

/**
 * True also for the error of a driver, which is what a read throws. Asks by name: the pages are a bundle with a copy
 * of the class, so that `instanceof` there says no.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  const named = asUnavailable(error)
  return named instanceof Error && named.name === 'DatabaseUnavailable'
}

/** The code of a driver's error, found under drizzle's wrapping: 'SQLITE_BUSY', '40001', 'ECONNREFUSED'. */
export function errorCode(error: unknown): string | undefined {
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}

/** The error itself and what lies under it. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause)
  return causes
}

/** True for a row that another one forbids: the caller turns it into a refusal. */
export function isUniqueViolation(error: unknown): boolean {
  const code = errorCode(error)
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** SQLite's names; what the network says; PostgreSQL's classes: going down, out of means, no connection, broken. */
const UNAVAILABLE =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB)|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|57P0|53|08|58|XX00[12])/

/** What the PostgreSQL driver says without a code. */
const CONNECTION_LOST = /Connection terminated|timeout exceeded when trying to connect|is not queryable/

/** Wraps what says that the database is out of reach; gives other errors back as they are. */
export function asUnavailable(error: unknown): unknown {
  const code = errorCode(error)
  const lost = causesOf(error).some(({ message }) => CONNECTION_LOST.test(message))
  return (code && UNAVAILABLE.test(code)) || lost
    ? new DatabaseUnavailable('The database does not answer', { cause: error })
    : error
}

/** True for the answer of a use case that refused: nothing of it may be kept. */
export function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
}
