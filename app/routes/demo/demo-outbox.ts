import type { AppLoadContext } from '@remix-run/node'
import type { Outbox, ShownMessage } from '#app/server/messages/outbox-files.ts'

/**
 * The messages of the demonstration.
 * @throws {Response} 404 in earnest: there messages go to people, and nobody else sees them
 */
export function demoOutbox({ outbox }: Pick<AppLoadContext, 'outbox'>): Outbox {
  if (!outbox) throw new Response(null, { status: 404 })
  return outbox
}

/** @throws {Response} 404 for a number that no message has */
export async function shownMessage(
  context: AppLoadContext,
  number: string | undefined,
): Promise<ShownMessage> {
  const message = /^\d{1,15}$/.test(number ?? '') ? await demoOutbox(context).find(Number(number)) : null
  if (!message) throw new Response(null, { status: 404 })
  return message
}
