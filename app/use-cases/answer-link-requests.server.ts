import type { Tx } from '#db/engine.ts'
import { deleteLinkRequests, findComingOf, findLinkRequests } from '#db/queries/link-requests.ts'
import { insertMessages } from '#db/queries/messages.ts'
import { channelOfRequest, writtenForms, type LinkRequest } from '#app/domain/messages/link-request.ts'
import type { NewMessage } from '#app/domain/messages/message.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import type { Portal } from './portal.server.ts'

const MOST_REQUESTS = 20

/** More appointments than one contact has; the rest would be somebody else's idea of fun. */
const MOST_LINKS = 10

/** Turns requests for lost links into messages, and forgets them. Answers how many there were. */
export async function answerLinkRequests({
  engine,
  clock,
}: Pick<Portal, 'engine' | 'clock'>): Promise<number> {
  const { tables } = engine
  if ((await findLinkRequests(engine.read, tables, 1)).length === 0) return 0
  return engine.write(async (tx) => {
    const requests = await findLinkRequests(tx, tables, MOST_REQUESTS)
    for (const request of requests) await insertMessages(tx, tables, await linksFor(tx, request))
    await deleteLinkRequests(
      tx,
      tables,
      requests.map(({ id }) => id),
    )
    return requests.length
  })

  async function linksFor(tx: Tx, request: LinkRequest): Promise<NewMessage[]> {
    const channel = channelOfRequest(request)
    const by = channel === 'email' ? 'email' : 'mobile'
    const values = by === 'email' ? [request.contact] : writtenForms(request.contact)
    const coming = await findComingOf(tx, tables, {
      ...{ by, values, most: MOST_LINKS },
      fromTick: tickAt(clock.now()),
    })
    const about = { kind: 'link' as const, dueAt: request.askedAt, channel }
    return coming.map(({ id, sequence }) => ({ appointmentId: id, sequence, ...about }))
  }
}
