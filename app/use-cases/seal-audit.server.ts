import type { Engine } from '#db/engine.ts'
import { isUniqueViolation } from '#db/errors.ts'
import { chainHead, moveIntoChain, waitingEntries } from '#db/queries/audit.ts'
import { NO_HEAD, seal } from '#app/domain/audit/audit-chain.ts'
import { auditDigest } from '#app/server/audit-digest.ts'

/** Entries of one write: a statement of so many rows keeps below the limit of parameters of both engines. */
const MOST = 500

/**
 * Gives each entry that waits its place in the chain. The order is that of sealing, not of happening: an entry that is
 * committed late comes late. Answers how many were sealed; 0 when another process was faster.
 */
export async function sealAudit({ engine }: { engine: Engine }): Promise<number> {
  let sealed = 0
  for (;;) {
    // Nothing waits most of the time; asking costs no write.
    if ((await waitingEntries(engine.read, engine.tables, 1)).length === 0) return sealed
    const some = await sealSome(engine)
    sealed += some
    if (some < MOST) return sealed
  }
}

async function sealSome(engine: Engine): Promise<number> {
  try {
    return await engine.write(async (tx) => {
      const waiting = await waitingEntries(tx, engine.tables, MOST)
      if (waiting.length === 0) return 0
      const head = (await chainHead(tx, engine.tables)) ?? NO_HEAD
      await moveIntoChain(tx, engine.tables, seal(head, waiting, auditDigest))
      return waiting.length
    })
  } catch (error) {
    // The key on the position: another process sealed meanwhile, and nothing of this is kept.
    if (isUniqueViolation(error)) return 0
    throw error
  }
}
