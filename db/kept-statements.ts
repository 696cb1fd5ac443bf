import type { Database, Statement } from 'better-sqlite3'

/** More texts than the portal has; a list of ids makes a text for each of its lengths. */
const MOST = 300

/**
 * Lets a connection compile each text once. The query builder asks it to compile a text at every query, which took a
 * fifth of the time of a booking (measured); the statement is the same one each time, so it must not be iterated.
 */
export function keepStatements(connection: Database): void {
  const compile = connection.prepare.bind(connection)
  const kept = new Map<string, Statement>()

  function prepare(text: string): Statement {
    const statement = kept.get(text) ?? compile(text)
    // Taken out and put back: the first in the map is the one that was not asked for the longest.
    kept.delete(text)
    kept.set(text, statement)
    const [oldest] = kept.size > MOST ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    // As it comes from the compiler; the query builder turns this on for what it reads by column.
    if (statement.reader) statement.raw(false)
    return statement
  }
  Object.defineProperty(connection, 'prepare', { value: prepare })
}
