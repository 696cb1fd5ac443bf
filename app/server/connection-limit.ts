import type { Socket } from 'node:net'
import { addressBlocks } from './address-block.ts'
import { createOpenCount, type MostOpen } from './count-open.ts'

/**
 * Counts the connections that are open from each address and from the network around it.
 * @param most null while nothing is known of limits: then nobody is turned away
 * @param isTrusted a proxy speaks for many and is not counted
 */
export function createConnectionLimit({
  most,
  isTrusted,
}: {
  most: () => MostOpen | null
  isTrusted: (address: string) => boolean
}) {
  const open = createOpenCount(most)
  return {
    mayConnect(socket: Socket): boolean {
      const { remoteAddress = '' } = socket
      if (most() === null || isTrusted(remoteAddress)) return true
      const leave = open.enter(addressBlocks(remoteAddress))
      if (leave) socket.once('close', leave)
      return leave !== null
    },
  }
}
