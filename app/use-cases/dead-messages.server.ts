import { countMessages, findDeadMessages, reviveMessage, type DeadMessage } from '#db/queries/messages.ts'
import type { MessageStatus } from '#app/domain/messages/message.ts'
import type { Portal } from './portal.server.ts'

const MOST = 200

/** For whom: the offices that a member of staff may see; null for all. */
type Scope = { officeIds: readonly string[] | null }

/** The messages that could not be sent, the newest first. */
export function listDeadMessages(
  { engine }: Pick<Portal, 'engine'>,
  { officeIds }: Scope,
): Promise<DeadMessage[]> {
  return findDeadMessages(engine.read, engine.tables, { officeIds, most: MOST })
}

/** Lets a message that was given up be tried anew. Who wants it and why is for the caller to keep. */
export async function resendMessage(
  { engine }: Pick<Portal, 'engine'>,
  id: number,
  { officeIds }: Scope,
): Promise<{ ok: true } | { ok: false; reason: 'not-dead' }> {
  return engine.write(async (tx) => {
    const isRevived = await reviveMessage(tx, engine.tables, id, officeIds)
    return isRevived ? ({ ok: true } as const) : ({ ok: false, reason: 'not-dead' } as const)
  })
}

/** How many messages there are of each status. */
export async function messageCounts({
  engine,
}: Pick<Portal, 'engine'>): Promise<Record<MessageStatus, number>> {
  const counts = { waiting: 0, sent: 0, void: 0, dead: 0 }
  for (const { status, number } of await countMessages(engine.read, engine.tables)) counts[status] = number
  return counts
}
