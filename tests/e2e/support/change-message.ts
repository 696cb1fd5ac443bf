import { expect } from '@playwright/test'
import type { MessageKind } from '#app/domain/messages/message.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { inDatabase } from './database.ts'

type StoredMessage = { status: 'dead'; failure: string } | { status: 'waiting'; due_at: number }

/**
 * Makes a message of an appointment look as if something else had come of it. It is let go out first: then the worker is
 * done with it, and does not change it any more.
 */
export async function changeMessage(
  portal: TestPortal,
  { reference, kind }: { reference: string; kind: MessageKind },
  become: StoredMessage,
): Promise<void> {
  const which = 'kind = ? AND appointment_id = (SELECT id FROM appointments WHERE reference = ?)'
  const status = () =>
    inDatabase(portal, (database) =>
      database.prepare(`SELECT status FROM messages WHERE ${which}`).pluck().get(kind, reference),
    )
  await expect.poll(status).toBe('sent')
  const columns = Object.keys(become).map((column) => `${column} = ?`)
  inDatabase(portal, (database) =>
    database
      .prepare(`UPDATE messages SET ${columns.join(', ')} WHERE ${which}`)
      .run(...Object.values(become), kind, reference),
  )
}
