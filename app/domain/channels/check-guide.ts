import { isForAll } from './channel.ts'
import { checkTables, type TableReport } from './check-tables.ts'
import { daysOfChange, guideOn, type Guide, type GuideData } from './guide.ts'
import { NEEDS } from './need.ts'
import { OUTCOMES } from './outcome.ts'

/** Checks the guide as it is from a day on, for each stretch of days on which it is the same. */
export function checkGuide(data: GuideData, from: string): TableReport {
  const reports = daysOfChange(data, from).map((day) => checkGuideOn(guideOn(data, day), day))
  const [first] = reports
  if (!first) throw new Error('There is always the first day')
  return { ...first, problems: reports.flatMap(({ problems }) => problems) }
}

function checkGuideOn(guide: Guide, day: string): TableReport {
  const report = checkTables(guide.tables, NEEDS, new Set(OUTCOMES))
  const problems = [...report.problems, ...channelProblems(guide)]
  return { ...report, problems: problems.map((problem) => `On ${day}: ${problem}`) }
}

function channelProblems({ needs, tables, channels, outcomes }: Guide): string[] {
  const problems: string[] = []
  for (const need of NEEDS) {
    if (!needs.has(need)) problems.push(`need ${need} is not described`)
    if (!tables.has(need)) problems.push(`need ${need} has no table`)
  }
  for (const id of OUTCOMES) {
    const outcome = outcomes.get(id)
    if (!outcome) {
      problems.push(`outcome ${id} is not described`)
      continue
    }
    const ways = [outcome.channel, ...outcome.others].map((channel) => channels.get(channel))
    if (ways.some((way) => way === undefined)) problems.push(`outcome ${id} names a way that there is not`)
    if (new Set(ways).size !== ways.length) problems.push(`outcome ${id} names a way twice`)
    if (outcome.others.length === 0) problems.push(`outcome ${id} has one way only`)
    if (!ways.some((way) => way && isForAll(way)))
      problems.push(`outcome ${id} shuts out who has no electronic ID`)
  }
  for (const { id, isHere, until } of channels.values()) {
    const meanwhile = until && channels.get(until)
    if (!isHere && !(meanwhile && meanwhile.isHere))
      problems.push(`${id} is not here yet, and nothing stands in for it`)
  }
  return problems
}
