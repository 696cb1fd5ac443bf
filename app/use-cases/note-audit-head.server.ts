import type { Engine } from '#db/engine.ts'
import { chainHead, waitingState } from '#db/queries/audit.ts'
import { NO_HEAD } from '#app/domain/audit/audit-chain.ts'
import type { WitnessLine } from '#app/domain/audit/witness.ts'
import type { AuditWitness } from '#app/server/audit-witness.ts'
import type { Clock } from '#app/server/clock.ts'

/**
 * Writes down outside of the database where the chain stands: whoever rewrites it afterwards contradicts that. Answers
 * the line; null when there is nothing new to note.
 * @param unless the position that was noted last
 * @param restored the chain has just been set back to where it stands by restoring a backup
 */
export async function noteAuditHead(
  { engine, clock }: { engine: Engine; clock: Clock },
  witness: Pick<AuditWitness, 'append'>,
  { restored = false, unless = 0 } = {},
): Promise<WitnessLine | null> {
  const head = await chainHead(engine.read, engine.tables)
  if (!restored && (head?.position ?? 0) === unless) return null
  const { waiting } = await waitingState(engine.read, engine.tables)
  const { position, hash } = head ?? NO_HEAD
  const at = clock.now().toString()
  const line = { position, hash, at, waiting, ...(restored ? { restored } : {}) }
  await witness.append(line)
  return line
}
