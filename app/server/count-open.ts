import type { AddressBlocks } from './address-block.ts'

export type MostOpen = Record<keyof AddressBlocks, number>

/**
 * Counts what is open at once from each address and from the network around it.
 * @param most null while nothing is known of limits: then nobody is turned away
 */
export function createOpenCount(most: () => MostOpen | null) {
  const open = new Map<string, number>()

  function add(block: string, change: 1 | -1): void {
    const count = (open.get(block) ?? 0) + change
    if (count > 0) open.set(block, count)
    else open.delete(block)
  }

  return {
    /** Counts one more; answers how it is no longer counted, or null when there are too many. */
    enter(blocks: AddressBlocks): (() => void) | null {
      const limits = most()
      const isFull = (['address', 'network'] as const).some(
        (scope) => limits !== null && (open.get(blocks[scope]) ?? 0) >= limits[scope],
      )
      if (isFull) return null
      const all = [blocks.address, blocks.network]
      for (const block of all) add(block, 1)
      return () => {
        for (const block of all.splice(0)) add(block, -1)
      }
    },
  }
}
