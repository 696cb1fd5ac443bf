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

/**
 * A gate of its own for each name, through which one write goes at a time: those who wait hold no connection.
 * @throws {DatabaseUnavailable} when the wait is over
 */
export function createWriteLines({ waitMilliseconds }: { waitMilliseconds: number }) {
  const lines = new Map<string, { pass: ReturnType<typeof createWriteGate>; inside: number }>()

  return async function pass<T>(name: string, write: () => Promise<T>): Promise<T> {
    const line = lines.get(name) ?? { pass: createWriteGate({ most: 1, waitMilliseconds }), inside: 0 }
    lines.set(name, line)
    line.inside += 1
    try {
      return await line.pass(write)
    } finally {
      line.inside -= 1
      if (line.inside === 0) lines.delete(name)
    }
  }
}
