import { Button } from '@digdir/designsystemet-react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { FieldError } from '#app/components/form/field-error.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Question } from '#app/domain/channels/decision-table.ts'

type Props = {
  question: Pick<Question, 'id' | 'kind' | 'answers'>
  error: FormError | undefined
}

/** One answer is one press: buttons as large rows. Where several may be true they are boxes to tick. */
export function QuestionForm({ question: { kind, answers }, error }: Props) {
  const { t } = useTexts()
  if (kind === 'some') {
    return (
      <form method="post" noValidate className="stack">
        <ChoiceGroup
          type="checkbox"
          name="answer"
          legend={t('guide:question.tick')}
          hint={t('guide:question.tickHint')}
          choices={answers.map((value) => ({ value, label: t(`channels:answer.${value}`) }))}
          chosen={[]}
          error={error}
        />
        <div className="actions">
          <Button type="submit">{t('guide:question.submit')}</Button>
        </div>
      </form>
    )
  }
  return (
    <form method="post" noValidate>
      <FieldError id="answer-error" message={error} />
      <ul className="rows">
        {answers.map((value, index) => (
          <li key={value}>
            <button
              type="submit"
              name="answer"
              value={value}
              id={index === 0 ? 'answer' : undefined}
              className="row-link"
            >
              <span className="row-title">{t(`channels:answer.${value}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
