import type { GroupNeed, Stay } from './group-times.ts'

/** What the search asks of a need again and again, worked out once. Lengths in ticks. */
export type GroupShape = {
  /** The same number for two needs that ask the same. */
  kind: number
  total: number
  longest: number
  shortest: number
  /** The numbers of the people, those who stay longest first: they are the hardest to place. */
  order: readonly number[]
  /** How many people stay so long or longer, for each length that occurs. */
  atLeast: readonly { ticks: number; people: number }[]
  /** People of one number have the same stay: in a plan they are the same choice. */
  kindOf: readonly number[]
  /** False when even all at once would leave a guardian beside each child. */
  isLimited: boolean
  /** The same group with a guardian less, where that makes a difference and somebody is left. */
  withFewer: GroupNeed | null
  /** False for a group that no place can serve side by side within the window. */
  mayFitWindow: boolean
}

const shapes = new WeakMap<GroupNeed, GroupShape>()

export function shapeOf(need: GroupNeed): GroupShape {
  const known = shapes.get(need)
  if (known) return known
  const shape = workOut(need)
  shapes.set(need, shape)
  return shape
}

function workOut(need: GroupNeed): GroupShape {
  const { stays, companions, windowTicks } = need
  const ticks = stays.map((stay) => stay.ticks)
  const kinds = [...new Set(stays.map(kindName))]
  const accompanied = stays.filter(({ attendance }) => attendance === 'accompanied').length
  const adults = stays.filter(({ attendance }) => attendance === 'may-accompany').length
  return {
    kind: kindOfGroup(`${stays.map(kindName).join(', ')} within ${windowTicks} with ${companions}`),
    total: sum(ticks),
    longest: Math.max(...ticks),
    shortest: Math.min(...ticks),
    order: stays.map((_, person) => person).sort((a, b) => (ticks[b] ?? 0) - (ticks[a] ?? 0) || a - b),
    atLeast: [...new Set(ticks)].map((length) => ({
      ticks: length,
      people: ticks.filter((one) => one >= length).length,
    })),
    kindOf: stays.map((stay) => kinds.indexOf(kindName(stay))),
    isLimited: accompanied > 0 && accompanied + adults > companions,
    withFewer: accompanied > 0 && companions > 1 ? { ...need, companions: companions - 1 } : null,
    mayFitWindow: mayFitWindow(need),
  }
}

/** Far more than are alive in any memory of days; past this the numbers go on, and nothing that is kept is found. */
const MOST_NAMES = 10_000
const kindNumbers = new Map<string, number>()
let newestKind = 0

function kindOfGroup(name: string): number {
  const known = kindNumbers.get(name)
  if (known !== undefined) return known
  if (kindNumbers.size >= MOST_NAMES) kindNumbers.clear()
  newestKind += 1
  kindNumbers.set(name, newestKind)
  return newestKind
}

/**
 * Children follow each other at as many counters as there are guardians, and a guardian who is alone with them is
 * served before or after.
 */
function mayFitWindow({ stays, companions, windowTicks }: GroupNeed): boolean {
  const ticksOf = (wanted: Stay['attendance']) =>
    stays.filter(({ attendance }) => attendance === wanted).map(({ ticks }) => ticks)
  const children = sum(ticksOf('accompanied'))
  const adult = companions === 1 && children > 0 ? Math.max(0, ...ticksOf('may-accompany')) : 0
  return Math.ceil(children / companions) + adult <= windowTicks
}

function kindName({ ticks, attendance }: Stay): string {
  return `${ticks} ${attendance}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
