import { existsSync, readFileSync } from 'node:fs'

/** What a process holds in memory, in MB; null where the system does not say (it does on Linux). */
export function residentMB(pid: number): number | null {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return null
  const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'))?.[1]
  return kB === undefined ? null : Number(kB) / 1000
}
