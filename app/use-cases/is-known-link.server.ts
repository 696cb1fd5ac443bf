import { hasSecretHash } from '#db/queries/links.ts'
import type { Portal } from './portal.server.ts'

/** True for the hash of a secret whose link opens something; what it opens is not loaded. */
export function isKnownLink({ engine }: Pick<Portal, 'engine'>, secretHash: string): Promise<boolean> {
  return hasSecretHash(engine.read, engine.tables, secretHash)
}
