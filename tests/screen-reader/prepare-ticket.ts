import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { TestPortal } from '#tests/support/portal.ts'
import { openQueueHand } from '#tests/support/queue-hand.ts'

export type PreparedTicket = {
  secret: string
  /** The keys, with the address of the hand in the place of HAND. */
  keysFile: string
  close(): Promise<void>
}

/**
 * Gives the reader a ticket behind another, and a hand that calls whoever is next when a step of the keys asks it to:
 * `run python3 -c "import urllib.request as u; u.urlopen('HAND/call')"`; with `HAND/take` somebody comes.
 * @param isServed whether counters are open already; else the reader is the one to open one
 */
export async function prepareTicket(
  portal: TestPortal,
  { keysFile, officeId, isServed }: { keysFile: string; officeId: string; isServed: boolean },
): Promise<PreparedTicket> {
  const hand = await openQueueHand(portal)
  if (isServed) await hand.openCounters(officeId, [1, 2])
  await hand.take(officeId)
  const secret = await hand.take(officeId)
  let counter = 0
  const server = createServer(({ url }, response) => {
    const done = url === '/take' ? hand.take(officeId) : hand.callNext(officeId, (counter += 1))
    void done.then(() => response.end('done\n'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const at = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-keys-'))
  const own = join(folder, basename(keysFile))
  writeFileSync(own, readFileSync(keysFile, 'utf8').replaceAll('HAND', at))
  return {
    ...{ secret, keysFile: own },
    async close() {
      server.close()
      await hand.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
