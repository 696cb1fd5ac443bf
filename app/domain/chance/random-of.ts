/**
 * A stream of numbers in [0, 1) that depends on its key alone, so that the same seed gives the same data on every
 * machine, in any order (FNV-1a for the key, mulberry32 for the stream).
 */
export function randomOf(key: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
