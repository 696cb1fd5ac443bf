import type { Answers } from './decision-table.ts'

/** Whether somebody has a protected address: then nothing is looked up near to where they are (domain.md §6). */
export function hidesAddress(answers: Answers): boolean {
  return Object.values(answers).some((given) => given.includes('hidden-address'))
}
