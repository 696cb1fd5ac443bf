import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { GuideData } from '#app/domain/channels/guide.ts'
import { BrokenData } from '../csv.ts'
import {
  ChannelsSchema,
  NeedsSchema,
  OutcomesSchema,
  QuestionsSchema,
  TablesSchema,
} from './guide-schemas.ts'

/**
 * The files of the guide, each checked by itself; `checkGuide` checks what they say together.
 * @throws {BrokenData} naming the file and the place in it
 */
export function readGuide(): GuideData {
  const questions = new Map(readFile('questions.json', QuestionsSchema).map((question) => [question.id, question]))
  return {
    needs: readFile('needs.json', NeedsSchema).map(({ sensitive, ...need }) => ({ ...need, isSensitive: sensitive })),
    tables: readFile('tables.json', TablesSchema).map(({ id, questions: asked, rows }) => ({
      id,
      questions: asked.map((name) => {
        const question = questions.get(name)
        if (!question) throw new BrokenData(`tables.json: ${id} asks ${name}, which questions.json does not have`)
        return question
      }),
      rows: rows.map((row) => ({
        when: row.when,
        leads:
          'table' in row
            ? { table: row.table }
            : { outcome: row.outcome, why: row.why, form: row.form ?? null },
        ...datesOf(row),
      })),
    })),
    channels: readFile('channels.json', ChannelsSchema).map(({ here, ...channel }) => ({
      ...{ id: channel.id, kind: channel.kind, address: channel.address, isHere: here, until: channel.until },
      ...{ login: channel.login, hours: channel.hours, ...datesOf(channel) },
    })),
    outcomes: readFile('outcomes.json', OutcomesSchema).map((outcome) => ({
      ...{ id: outcome.id, channel: outcome.channel, others: outcome.others, minutes: outcome.minutes },
      ...{ handlingDays: outcome.handling_days, bring: outcome.bring, price: outcome.price },
      ...{ near: outcome.near, ...datesOf(outcome) },
    })),
  }
}

function datesOf({ source, valid_from, valid_to }: { source: string; valid_from: string; valid_to: string | null }) {
  return { source, validFrom: valid_from, validTo: valid_to }
}

function readFile<Rows>(name: string, schema: z.ZodType<Rows>): Rows {
  const rows = schema.safeParse(JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
  if (rows.success) return rows.data
  const [issue] = rows.error.issues
  throw new BrokenData(`channels/${name} at ${issue?.path.join('.')}: ${issue?.message}`)
}
