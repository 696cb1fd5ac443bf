import type { Channel, ChannelId } from './channel.ts'
import { tablesOn, type DecisionTable, type Tables } from './decision-table.ts'
import type { Need, NeedId } from './need.ts'
import type { Outcome, OutcomeId } from './outcome.ts'

/** A row of data with the days on which it holds: YYYY-MM-DD, `validTo` the first on which it no longer does. */
type Dated<Row> = Row & { validFrom: string; validTo: string | null }

/** A place that helps those who were harmed. */
export type HelpPlace = { kind: 'childrens-house'; name: string; municipalityNumber: string; source: string }

/** Everything that the guide goes by, as it lies in the files: also what held once or is to hold. */
export type GuideData = {
  needs: readonly Need[]
  tables: readonly DecisionTable[]
  channels: readonly Dated<Channel>[]
  outcomes: readonly Dated<Outcome>[]
  helpPlaces: readonly Dated<HelpPlace>[]
}

/** What holds on one day. */
export type Guide = {
  needs: ReadonlyMap<NeedId, Need>
  tables: Tables
  channels: ReadonlyMap<ChannelId, Channel>
  outcomes: ReadonlyMap<OutcomeId, Outcome>
  helpPlaces: readonly HelpPlace[]
}

export function guideOn({ needs, tables, channels, outcomes, helpPlaces }: GuideData, day: string): Guide {
  const holds = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
    validFrom <= day && (validTo === null || day < validTo)
  return {
    needs: new Map(needs.map((need) => [need.id, need])),
    tables: tablesOn(new Map(tables.map((table) => [table.id, table])), day),
    channels: new Map(channels.filter(holds).map((channel) => [channel.id, channel])),
    outcomes: new Map(outcomes.filter(holds).map((outcome) => [outcome.id, outcome])),
    helpPlaces: helpPlaces.filter(holds),
  }
}

/** The days on which something begins or ends to hold, from one day on: between them the guide is the same. */
export function daysOfChange({ tables, channels, outcomes, helpPlaces }: GuideData, from: string): string[] {
  const rows = [...tables.flatMap((table) => table.rows), ...channels, ...outcomes, ...helpPlaces]
  const days = rows.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [validTo])])
  return [...new Set([from, ...days.filter((day) => day > from)])].sort()
}
