import type { OutcomeId, Reason } from './outcome.ts'
import type { AnswerId, QuestionId } from './question.ts'

/** A question of the guide. `one`: exactly one of the answers is true; `some`: any number of them, also none. */
export type Question = {
  id: QuestionId
  kind: 'one' | 'some'
  answers: readonly AnswerId[]
  /** Answers that nobody else may see: with one of them the address is sealed from then on. */
  sensitive: readonly AnswerId[]
}

/** Question → what was answered; a question of the kind `some` may be answered with nothing. */
export type Answers = Readonly<Record<string, readonly string[]>>

/** Where a row leads: to an outcome with its reason and which form fits it, or on to another table with the answers. */
export type Leads = { outcome: OutcomeId; why: Reason; form: string | null } | { table: string }

/** One rule. It matches when for each question named in `when` one of the listed answers was given. */
export type Row = {
  when: Answers
  leads: Leads
  source: string
  /** YYYY-MM-DD */
  validFrom: string
  /** YYYY-MM-DD, the first day on which it no longer holds; null while it holds. */
  validTo: string | null
}

/** The rules of one need, tried from above: the first that matches decides. */
export type DecisionTable = { id: string; questions: readonly Question[]; rows: readonly Row[] }

export type Tables = ReadonlyMap<string, DecisionTable>

/** What the tables say to these answers: what must be asked next, or where it ends and why. */
export type Verdict =
  | { kind: 'ask'; question: Question; table: string }
  | { kind: 'outcome'; outcome: OutcomeId; why: Reason; form: string | null; source: string; table: string }
  /** Only a table that was not checked can get here: it has no row for this, or leads in a circle. */
  | { kind: 'none'; table: string }

/** The rows that hold on a day. */
export function tablesOn(tables: Tables, day: string): Tables {
  const holds = ({ validFrom, validTo }: Row) => validFrom <= day && (validTo === null || day < validTo)
  return new Map([...tables].map(([id, table]) => [id, { ...table, rows: table.rows.filter(holds) }]))
}

/**
 * Tries the rows from above. A row that could still match, but for an answer that was not given, asks for it: so nothing
 * is asked that does not decide something.
 */
export function evaluate(tables: Tables, start: string, answers: Answers): Verdict {
  const visited = new Set<string>()
  let id = start
  for (;;) {
    const table = tables.get(id)
    if (!table || visited.has(id)) return { kind: 'none', table: id }
    visited.add(id)
    const found = firstMatch(table, answers)
    if (!found) return { kind: 'none', table: id }
    if ('ask' in found) return { kind: 'ask', question: found.ask, table: id }
    const { leads, source } = found.row
    if ('outcome' in leads) return { kind: 'outcome', ...leads, source, table: id }
    id = leads.table
  }
}

function firstMatch(table: DecisionTable, answers: Answers): { ask: Question } | { row: Row } | null {
  for (const row of table.rows) {
    const asked = table.questions.filter(({ id }) => row.when[id] !== undefined)
    const isContradicted = asked.some(({ id }) => {
      const given = answers[id]
      return given !== undefined && !row.when[id]?.some((answer) => given.includes(answer))
    })
    if (isContradicted) continue
    const open = asked.find(({ id }) => answers[id] === undefined)
    return open ? { ask: open } : { row }
  }
  return null
}

/** The answers that the tables asked for on the way, in their order; all others are left out. */
export function answersOnTheWay(
  tables: Tables,
  start: string,
  answers: Answers,
): [Question, readonly AnswerId[]][] {
  const way: [Question, readonly AnswerId[]][] = []
  let known: Answers = {}
  for (;;) {
    const verdict = evaluate(tables, start, known)
    if (verdict.kind !== 'ask') return way
    const given = answers[verdict.question.id]
    const answer = given && validAnswer(verdict.question, given)
    if (!answer) return way
    way.push([verdict.question, answer])
    known = { ...known, [verdict.question.id]: answer }
  }
}

/** What was given, if the question can be answered with it; null otherwise. */
export function validAnswer(
  { kind, answers }: Question,
  given: readonly string[],
): readonly AnswerId[] | null {
  const known = answers.filter((answer) => given.includes(answer))
  if (known.length !== new Set(given).size) return null
  return kind === 'some' || known.length === 1 ? known : null
}
