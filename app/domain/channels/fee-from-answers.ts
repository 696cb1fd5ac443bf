import type { PassportRules } from '../passport/passport-rules.ts'
import { AGE_GROUPS, type AgeGroup } from '../passport/person.ts'
import { sumOfFees, type FeeSum } from '../passport/what-it-takes.ts'
import type { Answers } from './decision-table.ts'
import type { OutcomeId } from './outcome.ts'

/** What is to be paid for, by the answer to what somebody needs. */
const DOCUMENTS_OF: ReadonlyMap<string, readonly ('passport' | 'id-card')[]> = new Map([
  ['passport', ['passport']],
  ['id-card', ['id-card']],
  ['both', ['passport', 'id-card']],
])

/**
 * What it may cost by what the guide was told, the least first: several sums where it depends on the age of the child, none
 * where the answers do not say enough.
 */
export function feesFrom(
  outcome: OutcomeId,
  answers: Answers,
  rules: Pick<PassportRules, 'fee' | 'emergencyFee'>,
): FeeSum[] {
  if (outcome === 'passport-emergency') return [sumOfFees([rules.emergencyFee])]
  const documents = DOCUMENTS_OF.get(answers.document?.[0] ?? '')
  if (!documents) return []
  const sums = ageGroupsOf(answers['passport-who']?.[0]).map((ageGroup) =>
    sumOfFees(documents.map((document) => rules.fee(document, ageGroup))),
  )
  return [...new Map(sums.map((sum) => [sum.known, sum])).values()].sort((a, b) => a.known - b.known)
}

/** The ages that the person may have; none where it is about several. */
function ageGroupsOf(who: string | undefined): readonly AgeGroup[] {
  if (who === 'me') return ['18+']
  return who === 'my-child' ? AGE_GROUPS.filter((group) => group !== '18+') : []
}
