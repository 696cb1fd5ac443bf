import { spawn } from 'node:child_process'
import { once } from 'node:events'

const LONGEST_ATTACH_MILLISECONDS = 10_000

export type Strace = {
  /** Lets the process go on without it. */
  detach(): Promise<void>
}

/**
 * Looks at, or falsifies, the system calls of a running process and its threads. Answers a sentence when the machine
 * does not let it.
 */
export async function attachStrace(pid: number, options: readonly string[]): Promise<Strace | string> {
  const tracer = spawn('strace', ['-f', '-p', String(pid), ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const failed = new Promise<string>((resolve) => {
    tracer.once('error', () => resolve('strace is not installed (Debian package strace): not tried.'))
    tracer.once('exit', () =>
      resolve(`strace may not look at the server: not tried. It says: ${said.trim()}`),
    )
  })
  let said = ''
  const attached = new Promise<null>((resolve) => {
    tracer.stderr.on('data', (chunk: Buffer) => {
      said += chunk
      if (/attached/.test(said)) resolve(null)
    })
  })
  const late = new Promise<string>((resolve) => {
    setTimeout(
      resolve,
      LONGEST_ATTACH_MILLISECONDS,
      'strace did not come to the server in time: not tried.',
    ).unref()
  })
  const problem = await Promise.race([attached, failed, late])
  if (problem !== null) {
    tracer.kill('SIGINT')
    return problem
  }
  return {
    async detach() {
      if (tracer.exitCode !== null || tracer.signalCode !== null) return
      const gone = once(tracer, 'exit')
      tracer.kill('SIGINT')
      await gone
    },
  }
}
