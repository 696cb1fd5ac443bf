import { useTexts } from '#app/components/use-texts.ts'
import type { OutcomeId, Reason } from '#app/domain/channels/outcome.ts'
import type { AnswerId, QuestionId } from '#app/domain/channels/question.ts'

/** A question with its branches, or where it ends and why. */
export type GuideTreeNode =
  | { kind: 'end'; verdict: { outcome: OutcomeId; why: Reason } }
  | { kind: 'ask'; question: QuestionId; branches: { answers: AnswerId[]; then: GuideTreeNode }[] }

/** A decision table as nested lists: seen as a tree, heard as one. */
export function GuideTree({ node }: { node: GuideTreeNode }) {
  const { t } = useTexts()
  if (node.kind === 'end') {
    return (
      <p>
        <strong>{t(`channels:outcome.${node.verdict.outcome}.title`)}</strong>{' '}
        <span className="hint">{t(`channels:why.${node.verdict.why}`)}</span>
      </p>
    )
  }
  return (
    <>
      <p>{t(`channels:question.${node.question}`)}</p>
      <ul className="tree">
        {node.branches.map(({ answers, then }) => (
          <li key={answers.join(' ')}>
            <p className="tree-answer">
              {answers.length === 0
                ? t('guide:outcome.noneOfThese')
                : answers.map((one) => t(`channels:answer.${one}`)).join('. ')}
            </p>
            <GuideTree node={then} />
          </li>
        ))}
      </ul>
    </>
  )
}
