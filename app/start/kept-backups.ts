import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const NAME = /^portal-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)Z\.backup$/

/** The name of a backup that was made by itself, from the moment: `portal-2026-11-23T07-00-00Z.backup`. */
export function backupName(moment: Temporal.Instant): string {
  return `portal-${moment.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.backup`
}

/** The backups of a folder that were made by themselves, newest first; others are not ours to count or to remove. */
export function backupsIn(folder: string): { name: string; madeAt: Temporal.Instant }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const [, hour, minute, second] = NAME.exec(name) ?? []
      return hour ? [{ name, madeAt: Temporal.Instant.from(`${hour}:${minute}:${second}Z`) }] : []
    })
    .sort((a, b) => Temporal.Instant.compare(b.madeAt, a.madeAt))
}

/** Removes all but the newest. Answers their names. */
export function removeOlderBackups(folder: string, kept: number): string[] {
  const older = backupsIn(folder)
    .slice(kept)
    .map(({ name }) => name)
  for (const name of older) rmSync(join(folder, name))
  return older
}
