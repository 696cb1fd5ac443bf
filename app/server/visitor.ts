import { createHmac } from 'node:crypto'
import { addressBlocks, type AddressBlocks } from './address-block.ts'

/** Who asks, as far as limits need to know: the same for all who share an address. */
export type Visitor = {
  blocks: AddressBlocks
  /** The key under which something is counted in the database: a keyed hash, from which no address can be read. */
  counterKey(scope: keyof AddressBlocks, counted: string): string
}

/** `fieldKey` is "id:secret": all processes of a portal count under the same keys. */
export function createVisitors(fieldKey: string): (address: string) => Visitor {
  const [, key = ''] = fieldKey.split(':')
  return (address) => {
    const blocks = addressBlocks(address)
    return {
      blocks,
      counterKey: (scope, counted) =>
        createHmac('sha256', key).update(`rate-counter ${counted} ${blocks[scope]}`).digest('base64url'),
    }
  }
}
