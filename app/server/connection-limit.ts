import type { Socket } from 'node:net'
import { addressBlocks, type AddressBlocks } from './address-block.ts'

type Most = Record<keyof AddressBlocks, number>

/**
 * Counts the connections that are open from each address and from the network around it.
 * @param most null while nothing is known of limits: then nobody is turned away
 * @param isTrusted a proxy speaks for many and is not counted
 */
export function createConnectionLimit({
  most,
  isTrusted,
}: {
  most: () => Most | null
  isTrusted: (address: string) => boolean
}) {
  const open = new Map<string, number>()

  function add(block: string, change: 1 | -1): void {
    const count = (open.get(block) ?? 0) + change
    if (count > 0) open.set(block, count)
    else open.delete(block)
  }

  return {
    mayConnect(socket: Socket): boolean {
      const { remoteAddress = '' } = socket
      const limits = most()
      if (limits === null || isTrusted(remoteAddress)) return true
      const blocks = addressBlocks(remoteAddress)
      const isFull = (['address', 'network'] as const).some(
        (scope) => (open.get(blocks[scope]) ?? 0) >= limits[scope],
      )
      if (isFull) return false
      for (const block of [blocks.address, blocks.network]) {
        add(block, 1)
        socket.once('close', () => add(block, -1))
      }
      return true
    },
  }
}
