import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { checkGuide } from '#app/domain/channels/check-guide.ts'
import type { GuideData } from '#app/domain/channels/guide.ts'
import type { SearchWords } from '#app/domain/channels/search-concepts.ts'
import type { ExampleSentence } from '#app/domain/channels/search-needs.ts'
import { BrokenData, readCsv } from '../csv.ts'
import {
  ChannelsSchema,
  ExampleSentencesSchema,
  ExampleSentenceSchema,
  HelpPlacesSchema,
  NeedsSchema,
  OutcomesSchema,
  QuestionsSchema,
  SearchWordsSchema,
  TablesSchema,
} from './guide-schemas.ts'

/**
 * The files of the guide, each checked by itself; `checkGuide` checks what they say together.
 * @throws {BrokenData} naming the file and the place in it
 */
export function readGuide(): GuideData {
  const questions = new Map(
    readFile('questions.json', QuestionsSchema).map((question) => [question.id, question]),
  )
  return {
    needs: readFile('needs.json', NeedsSchema).map(({ sensitive, ...need }) => ({
      ...need,
      isSensitive: sensitive,
    })),
    tables: readFile('tables.json', TablesSchema).map(({ id, questions: asked, rows }) => ({
      id,
      questions: asked.map((name) => {
        const question = questions.get(name)
        if (!question)
          throw new BrokenData(`tables.json: ${id} asks ${name}, which questions.json does not have`)
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
      ...{ near: outcome.near, advice: outcome.advice ?? null, ...datesOf(outcome) },
    })),
    helpPlaces: readFile('help-places.json', HelpPlacesSchema).map((place) => ({
      ...{ kind: place.kind, name: place.name, municipalityNumber: place.municipality, ...datesOf(place) },
    })),
  }
}

/** The words by which needs are found. */
export function readSearchWords(): SearchWords {
  return readFile('search-words.json', SearchWordsSchema)
}

/** What people say about each need, from which the search learns. */
export function readExampleSentences(): ExampleSentence[] {
  const path = fileURLToPath(new URL('example-sentences.csv', import.meta.url))
  return trusted('example-sentences.csv', ExampleSentencesSchema, readCsv(path, ExampleSentenceSchema))
}

/**
 * The guide, also checked as a whole from a day on: no row that can never match, no answers without an outcome, no circle.
 * @throws {BrokenData} with all that is wrong
 */
export function readCheckedGuide(from: string): GuideData {
  const guide = readGuide()
  const { problems } = checkGuide(guide, from)
  if (problems.length > 0) throw new BrokenData(`The guide cannot be trusted:\n${problems.join('\n')}`)
  return guide
}

function datesOf({
  source,
  valid_from,
  valid_to,
}: {
  source: string
  valid_from: string
  valid_to: string | null
}) {
  return { source, validFrom: valid_from, validTo: valid_to }
}

function readFile<Rows>(name: string, schema: z.ZodType<Rows>): Rows {
  return trusted(name, schema, JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
}

function trusted<Rows>(name: string, schema: z.ZodType<Rows>, read: unknown): Rows {
  const rows = schema.safeParse(read)
  if (rows.success) return rows.data
  const [issue] = rows.error.issues
  throw new BrokenData(`channels/${name} at ${issue?.path.join('.')}: ${issue?.message}`)
}
