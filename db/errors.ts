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

/** The stored pages are not what was written: another try does not help, a whole backup does. */
const DAMAGED = /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/

/** What the PostgreSQL driver says without a code. */
const CONNECTION_LOST = /Connection terminated|timeout exceeded when trying to connect|is not queryable/

/** Wraps what says that the database is out of reach; gives other errors back as they are. */
export function asUnavailable(error: unknown): unknown {
  const code = errorCode(error)
  const lost = causesOf(error).some(({ message }) => CONNECTION_LOST.test(message))
  if (!(code && UNAVAILABLE.test(code)) && !lost) return error
  const damage = damageOf(error)
  const message = damage === null ? 'The database does not answer' : damageSentence(damage)
  return new DatabaseUnavailable(message, { cause: error })
}

/** What the database says of its stored pages when it finds them broken; null when it is another error. */
export function damageOf(error: unknown): string | null {
  return DAMAGED.test(errorCode(error) ?? '') ? (causesOf(error).at(-1)?.message ?? '') : null
}

/** What to tell an operator. `what`: the database's own words. */
export function damageSentence(what: string): string {
  return `The database is damaged: ${what}. Stop the portal, keep the damaged files, and put the newest whole backup in their place.`
}

/** True for the answer of a use case that refused: nothing of it may be kept. */
export function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
}
