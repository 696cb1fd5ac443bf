import { isNeed, type NeedId } from './need.ts'
import { ANSWERS, QUESTIONS, type AnswerId, type QuestionId } from './question.ts'

/** What somebody said to the guide, as far as it goes along with them: what it is about, and what they answered. */
export type Said = { need: NeedId; answers: readonly SaidAnswer[] }

/** A question that was answered with nothing was answered all the same. */
type SaidAnswer = readonly [QuestionId, readonly AnswerId[]]

/** Twice what the longest way through the guide comes to. */
const LONGEST = 400

/** Neither stands in any id, and an address shows both as they are. */
const [BETWEEN, WITHIN] = ['_', '.']

/** One word for an address or a column: 'passport_document.passport_passport-who.me'. */
export function writeSaid({ need, answers }: Said): string {
  return [need, ...answers.map(([question, given]) => [question, ...given].join(WITHIN))].join(BETWEEN)
}

/** Reads it back; null for anything that does not speak of what the guide knows. */
export function readSaid(text: string | null): Said | null {
  if (text === null || text.length > LONGEST) return null
  const [need, ...parts] = text.split(BETWEEN)
  const answers = parts.map(readAnswer).filter((answer) => answer !== null)
  const asked = new Set(answers.map(([question]) => question))
  return isNeed(need) && asked.size === parts.length ? { need, answers } : null
}

function readAnswer(text: string): SaidAnswer | null {
  const [asked, ...given] = text.split(WITHIN)
  const question = QUESTIONS.find((known) => known === asked)
  const answers = ANSWERS.filter((known) => given.includes(known))
  return question && answers.length === given.length ? [question, answers] : null
}
