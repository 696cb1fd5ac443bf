import { insertLinkRequest } from '#db/queries/link-requests.ts'
import { requestBucket } from '#app/domain/messages/link-request.ts'
import type { Portal } from './portal.server.ts'

/**
 * Notes that somebody wants the links of the appointments with this e-mail address or mobile number (as the contact page
 * saves them). Answers the same, after the same work, whether there are any or not: the worker looks.
 */
export async function requestLink(
  { engine, clock }: Pick<Portal, 'engine' | 'clock'>,
  contact: string,
): Promise<void> {
  const request = { contact, askedAt: requestBucket(clock.now()) }
  await engine.write((tx) => insertLinkRequest(tx, engine.tables, request))
}
