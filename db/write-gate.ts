import { DatabaseUnavailable } from './errors.ts'

/**
 * Lets `most` run at once; the others wait in line, and who waits too long is turned away.
 * @throws {DatabaseUnavailable} when the wait is over: the portal is busy beyond its means
 */
export function createWriteGate({ most, waitMilliseconds }: { most: number; waitMilliseconds: number }) {
  const line: (() => void)[] = []
  let inside = 0

  function enter(): Promise<void> {
    if (inside < most) {
      inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        line.splice(line.indexOf(goIn), 1)
        reject(new DatabaseUnavailable('Too many writes wait for the database'))
      }
      const timer = setTimeout(giveUp, waitMilliseconds)
      const goIn = () => {
        clearTimeout(timer)
        resolve()
      }
      line.push(goIn)
    })
  }

  function leave(): void {
    const next = line.shift()
    if (next) next()
    else inside -= 1
  }

  return async function pass<T>(write: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await write()
    } finally {
      leave()
    }
  }
}
