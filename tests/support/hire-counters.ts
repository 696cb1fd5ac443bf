import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { Told, type Work } from './counters-at-work.ts'

const SCRIPT = fileURLToPath(new URL('./counters-at-work.ts', import.meta.url))

/** A process that is the hands of some counters. */
export type Hands = {
  /** What it has been told is done, as it comes. */
  told: Told[]
  begin(): void
  kill(): Promise<void>
  /** Waits until its work is done. @throws {Error} when it ended otherwise */
  done(): Promise<void>
}

/** Starts such a process and waits until it could begin. */
export async function hireCounters(work: Work): Promise<Hands> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(work)], { stdio: ['pipe', 'pipe', 'pipe'] })
  const told: Told[] = []
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  child.stdin.on('error', () => {})
  const ended = once(child, 'close')
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error(`The counters ended before they began: ${said}`)))
    lines.on('line', (line) => {
      if (line === 'ready') resolve()
      // A line that the kill has cut off was not told.
      else if (line.endsWith('}')) told.push(Told.parse(JSON.parse(line)))
    })
  })
  await ready
  return {
    told,
    begin: () => void child.stdin.write('go\n'),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async done() {
      const [code] = await ended
      if (code !== 0) throw new Error(`The counters ended with ${code}: ${said}`)
    },
  }
}
