import { asc } from 'drizzle-orm'
import type { Outgoing, Post } from '#app/server/messages/outgoing.ts'
import type { Engine } from '#db/engine.ts'

/** The rows of the outbox in the order in which they were written. */
export async function outboxRows({ read, tables: { messages } }: Engine) {
  return read.select().from(messages).orderBy(asc(messages.id))
}

/** A post that keeps what it is given; `answer` may refuse it. */
export function aPost(
  answer: (message: Outgoing) => Awaited<ReturnType<Post['send']>> = () => ({ ok: true }),
): Post & { sent: Outgoing[] } {
  const sent: Outgoing[] = []
  return {
    sent,
    async send(message) {
      const delivery = answer(message)
      if (delivery.ok) sent.push(message)
      return delivery
    },
    async close() {},
  }
}
