import { eq, sql } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

const bySecretHash = preparedQuery((reader, { appointments }) =>
  reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(eq(appointments.secretHash, sql.placeholder('secretHash')))
    .prepare(),
)

/** True when something is stored that a personal link opens. */
export async function hasSecretHash(reader: Reader, tables: Tables, secretHash: string): Promise<boolean> {
  const rows = await bySecretHash(reader, tables).execute({ secretHash })
  return rows.length > 0
}
