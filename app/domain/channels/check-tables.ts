import {
  evaluate,
  type Answers,
  type DecisionTable,
  type Question,
  type Tables,
  type Verdict,
} from './decision-table.ts'

/** What was found out about all tables together. `problems` is empty when they can be trusted. */
export type TableReport = {
  problems: string[]
  /** Combinations of answers that were tried: for each table all that its own questions have. */
  combinations: number
  /** Every way that a person can go from each start, to its end. */
  ways: Map<string, Way[]>
}

/** One way through the tables: what is asked and answered, one after the other, and where it ends. */
export type Way = { answers: Answers; verdict: Verdict }

/** More than this is no longer a minute. */
export const MOST_QUESTIONS = 4

/**
 * Tries each table with every combination of answers to its questions, and from each start every way that a person can
 * go: whatever else could be answered is not asked on that way and changes nothing.
 * @param starts the tables that a need begins with
 */
export function checkTables(
  tables: Tables,
  starts: readonly string[],
  outcomes: ReadonlySet<string>,
): TableReport {
  const problems = [...tables.values()].flatMap((table) => problemsIn(table, tables, outcomes))
  const combinations = [...tables.values()]
    .map(({ questions }) =>
      questions.reduce((product, question) => product * waysToAnswer(question).length, 1),
    )
    .reduce((sum, product) => sum + product, 0)
  const ways = new Map<string, Way[]>()
  // Who leads in a circle has no end to try out.
  if (problems.length > 0) return { problems, combinations, ways }

  for (const start of starts) {
    const from = waysThrough(tables, start)
    ways.set(start, from)
    const deadEnd = from.find(({ verdict }) => verdict.kind !== 'outcome')
    if (deadEnd) problems.push(`${start}: ${describe(deadEnd.answers)} ends nowhere`)
    const long = from.find(({ answers }) => Object.keys(answers).length > MOST_QUESTIONS)
    if (long) problems.push(`${start} asks more than ${MOST_QUESTIONS} questions: ${describe(long.answers)}`)
  }
  for (const id of tables.keys()) {
    if (!starts.includes(id) && ![...tables.values()].some((table) => leadsOn(table).includes(id)))
      problems.push(`${id}: no need begins here and no table leads here`)
  }
  const reached = new Set(
    [...ways.values()].flat().flatMap(({ verdict }) => (verdict.kind === 'outcome' ? [verdict.outcome] : [])),
  )
  for (const outcome of outcomes)
    if (!new Set<string>(reached).has(outcome)) problems.push(`outcome ${outcome} is never reached`)
  return { problems, combinations, ways }
}

function problemsIn(table: DecisionTable, tables: Tables, outcomes: ReadonlySet<string>): string[] {
  const problems: string[] = []
  for (const [index, row] of table.rows.entries()) {
    const place = `${table.id}, row ${index + 1}`
    for (const [id, answers] of Object.entries(row.when)) {
      const question = table.questions.find((one) => one.id === id)
      if (!question) problems.push(`${place} looks at ${id}, which the table does not ask`)
      else if (answers.length === 0 || answers.some((answer) => !isAnswerOf(question, answer)))
        problems.push(`${place} looks for an answer to ${id} that there is not`)
    }
    if ('outcome' in row.leads) {
      if (!outcomes.has(row.leads.outcome))
        problems.push(`${place} leads to ${row.leads.outcome}, which is unknown`)
    } else if (!tables.has(row.leads.table))
      problems.push(`${place} leads on to ${row.leads.table}, which is unknown`)
  }
  if (problems.length > 0) return problems
  const circle = circleFrom(table.id, tables, [])
  if (circle) return [`${circle.join(' → ')} is a circle`]

  const matched = new Set<number>()
  for (const answers of combinationsOf(table.questions)) {
    const index = table.rows.findIndex(({ when }) =>
      Object.entries(when).every(([id, wanted]) => wanted.some((answer) => answers[id]?.includes(answer))),
    )
    if (index === -1) problems.push(`${table.id}: ${describe(answers)} has no outcome`)
    matched.add(index)
  }
  for (const index of table.rows.keys())
    if (!matched.has(index)) problems.push(`${table.id}, row ${index + 1} can never match`)
  for (const { id } of table.questions)
    if (!table.rows.some(({ when }) => when[id])) problems.push(`${table.id} asks ${id} for nothing`)
  return problems
}

function isAnswerOf({ answers }: Question, answer: string): boolean {
  return answers.some((known) => known === answer)
}

/** The tables that one leads on to. */
export function leadsOn({ rows }: DecisionTable): string[] {
  return rows.flatMap(({ leads }) => ('table' in leads ? [leads.table] : []))
}

function circleFrom(id: string, tables: Tables, before: readonly string[]): string[] | null {
  if (before.includes(id)) return [...before, id]
  const table = tables.get(id)
  if (!table) return null
  for (const next of leadsOn(table)) {
    const circle = circleFrom(next, tables, [...before, id])
    if (circle) return circle
  }
  return null
}

/** Every way of answering all of these questions. */
export function* combinationsOf(questions: readonly Question[]): Generator<Answers> {
  const [first, ...others] = questions
  if (!first) return yield {}
  for (const rest of combinationsOf(others)) {
    for (const given of waysToAnswer(first)) yield { [first.id]: given, ...rest }
  }
}

/** Every way of answering one question. */
export function waysToAnswer({ kind, answers }: Question): string[][] {
  if (kind === 'one') return answers.map((answer) => [answer])
  return Array.from({ length: 2 ** answers.length }, (_, bits) =>
    answers.filter((_answer, index) => bits & (1 << index)),
  )
}

/** Every way that a person can go from a table on. */
export function waysThrough(tables: Tables, start: string, answers: Answers = {}): Way[] {
  const verdict = evaluate(tables, start, answers)
  if (verdict.kind !== 'ask') return [{ answers, verdict }]
  const { question } = verdict
  return waysToAnswer(question).flatMap((given) =>
    waysThrough(tables, start, { ...answers, [question.id]: given }),
  )
}

function describe(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, given]) => `${id} = ${given.join(' and ') || 'nothing'}`)
    .join(', ')
}
