import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  folder: string
  /** Leaves so many bytes of room and no more. */
  fill(bytesLeft: number): void
  makeRoom(): void
  end(): void
}

/** A file system of its own in memory. Answers a sentence when the machine does not let it. */
export function openSmallDisk(megabytes: number): SmallDisk | string {
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true })
    return 'A small disk needs mount and the rights of root: not tried.'
  }
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill(bytesLeft) {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft), 1))
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    end() {
      execFileSync('umount', [folder], { stdio: 'pipe' })
      rmSync(folder, { recursive: true })
    },
  }
}
