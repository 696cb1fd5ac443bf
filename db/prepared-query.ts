import type { Reader } from './engine.ts'
import type { Tables } from './tables.ts'

/**
 * A query that is built once for each connection – and for each shape, where the text depends on a number of rows or on
 * which columns change – and run with other values each time: building takes longer than running it. On PostgreSQL a
 * transaction has a builder of its own, so there only reads outside of one gain by it.
 */
export function preparedQuery<Query>(
  build: (reader: Reader, tables: Tables, shape: string) => Query,
): (reader: Reader, tables: Tables, shape?: string) => Query {
  const built = new WeakMap<Reader, Map<string, Query>>()
  return (reader, tables, shape = '') => {
    const ofReader = built.get(reader) ?? new Map<string, Query>()
    built.set(reader, ofReader)
    const query = ofReader.get(shape) ?? build(reader, tables, shape)
    ofReader.set(shape, query)
    return query
  }
}
