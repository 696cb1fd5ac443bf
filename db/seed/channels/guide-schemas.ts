import { z } from 'zod'
import { CHANNEL_KINDS, CHANNELS } from '#app/domain/channels/channel.ts'
import { foldWords } from '#app/domain/channels/fold-words.ts'
import { NEED_GROUPS, NEEDS } from '#app/domain/channels/need.ts'
import { BRINGS, OUTCOMES, REASONS } from '#app/domain/channels/outcome.ts'
import { ANSWERS, QUESTIONS } from '#app/domain/channels/question.ts'

/** The files of the guide beside this one: what does not fit stops the portal from starting. */

const dated = { source: z.string().min(1), valid_from: z.iso.date(), valid_to: z.iso.date().nullable() }
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time HH:MM')

function unique<Item extends { id: string }>(items: readonly Item[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length
}
const TWICE = { error: 'an id stands twice' }

export const NeedsSchema = z
  .array(
    z.strictObject({
      id: z.enum(NEEDS),
      group: z.enum(NEED_GROUPS),
      services: z.array(z.int().min(1).max(18)).min(1),
      sensitive: z.boolean(),
    }),
  )
  .refine(unique, TWICE)

export const QuestionsSchema = z
  .array(
    z
      .strictObject({
        id: z.enum(QUESTIONS),
        kind: z.enum(['one', 'some']),
        answers: z.array(z.enum(ANSWERS)).min(2),
        sensitive: z.array(z.enum(ANSWERS)),
      })
      .refine(({ answers, sensitive }) => sensitive.every((answer) => answers.includes(answer)), {
        error: 'only an answer of the question can be sensitive',
      }),
  )
  .refine(unique, TWICE)

const when = z.partialRecord(z.enum(QUESTIONS), z.array(z.enum(ANSWERS)).min(1))

export const TablesSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1),
      questions: z.array(z.enum(QUESTIONS)),
      rows: z
        .array(
          z.union([
            z.strictObject({ when, table: z.string(), ...dated }),
            z.strictObject({
              ...{ when, outcome: z.enum(OUTCOMES), why: z.enum(REASONS), form: z.string().optional() },
              ...dated,
            }),
          ]),
        )
        .min(1),
    }),
  )
  .refine(unique, TWICE)

export const ChannelsSchema = z.array(
  z.strictObject({
    id: z.enum(CHANNELS),
    kind: z.enum(CHANNEL_KINDS),
    address: z
      .string()
      .regex(
        /^(tel:\d+|(\/[a-z0-9{}-]+)+(\?at=country)?)$/,
        'must be tel: or an address without its language',
      )
      .nullable(),
    here: z.boolean(),
    until: z.enum(CHANNELS).nullable(),
    login: z.enum(['needed', 'possible', 'none']),
    hours: z.array(
      z
        .strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), from: clock, to: clock })
        .refine(({ from, to }) => from < to, { error: 'must close after it opens' }),
    ),
    ...dated,
  }),
)

export const OutcomesSchema = z.array(
  z.strictObject({
    id: z.enum(OUTCOMES),
    channel: z.enum(CHANNELS),
    others: z.array(z.enum(CHANNELS)),
    minutes: z.int().min(1).nullable(),
    handling_days: z.int().min(0).nullable(),
    bring: z.array(z.enum(BRINGS)),
    price: z.enum(['free', 'rules', 'unknown']),
    near: z.enum(['passport', 'offices', 'help']).nullable(),
    advice: z.string().optional(),
    ...dated,
  }),
)

export const HelpPlacesSchema = z.array(
  z.strictObject({
    kind: z.literal('childrens-house'),
    name: z.string().min(1),
    municipality: z.string().regex(/^\d{4}$/, 'must be a municipality number'),
    ...dated,
  }),
)

export const SearchWordsSchema = z
  .strictObject({
    concepts: z.record(z.string().regex(/^[a-z-]+$/), z.array(z.string().min(1)).min(1)),
    common: z.array(z.string().min(1)),
    signals: z.partialRecord(z.enum(NEEDS), z.record(z.string(), z.number().min(1).max(20))),
  })
  .superRefine(({ concepts, signals }, context) => {
    const used = Object.values(signals).flatMap((signs) =>
      Object.keys(signs).flatMap((sign) => sign.split(' ')),
    )
    const known = used.map((concept) => concept.replace('!', ''))
    for (const concept of known)
      if (!(concept in concepts)) context.addIssue(`a signal names ${concept}, which has no words`)
    for (const concept of Object.keys(concepts))
      if (!known.includes(concept)) context.addIssue(`${concept} is a sign of nothing`)
    for (const need of NEEDS) if (!signals[need]) context.addIssue(`${need} can never be found`)
  })

export const ExampleSentenceSchema = z.strictObject({
  need: z.enum([...NEEDS, 'nothing']),
  language: z.enum(['nb', 'nn', 'dialect', 'en']),
  sentence: z.string().trim().min(1).max(200),
})

/** Fewer examples teach too little of a need to tell it from the others. */
const FEWEST_EXAMPLES = 50

export const ExampleSentencesSchema = z.array(ExampleSentenceSchema).superRefine((examples, context) => {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  for (const { need, sentence } of examples) {
    const words = foldWords(sentence).join(' ')
    if (seen.has(words)) context.addIssue(`"${sentence}" stands twice`)
    seen.add(words)
    counts.set(need, (counts.get(need) ?? 0) + 1)
  }
  for (const need of [...NEEDS, 'nothing'])
    if ((counts.get(need) ?? 0) < FEWEST_EXAMPLES) context.addIssue(`${need} has too few examples`)
})
