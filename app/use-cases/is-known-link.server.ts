import { hasSecretHash } from '#db/queries/links.ts'
import type { Portal } from './portal.server.ts'

/** True when a secret of a personal link opens something; what it opens is not loaded. */
export function isKnownLink(
  { engine, links }: Pick<Portal, 'engine' | 'links'>,
  secret: string,
): Promise<boolean> {
  return hasSecretHash(engine.read, engine.tables, links.hashOf(secret))
}
