import { Button } from '@digdir/designsystemet-react'
import { Form } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { AGE_GROUPS, DOCUMENTS, NEEDS } from '#app/domain/passport/person.ts'

type Props = {
  values: { age: string; document: string; need: readonly string[] }
  errors: FormErrors | undefined
  /** Shows the second button: go on with one more person. */
  canAdd: boolean
}

/** How old, which document, which needs – for one person. */
export function PersonForm({ values, errors, canAdd }: Props) {
  const { t } = useTexts()
  return (
    <Form method="post" noValidate className="stack">
      <RequiredNote text={t('common:required.except')} />
      <ChoiceGroup
        type="radio"
        name="age"
        legend={t('passport:who.age')}
        choices={AGE_GROUPS.map((group) => ({ value: group, label: t(`passport:age.${group}`) }))}
        chosen={[values.age]}
        error={errors?.age}
      />
      <ChoiceGroup
        type="radio"
        name="document"
        legend={t('passport:who.document')}
        choices={DOCUMENTS.map((document) => ({
          value: document,
          label: t(`passport:document.${document}`),
          hint: t(`passport:documentHint.${document}`),
        }))}
        chosen={[values.document]}
        error={errors?.document}
      />
      <ChoiceGroup
        type="checkbox"
        name="need"
        legend={
          <>
            {`${t('passport:who.needs')} `}
            <span className="optional">{t('common:optional')}</span>
          </>
        }
        hint={t('passport:who.needsHint')}
        choices={NEEDS.map((need) => ({ value: need, label: t(`passport:need.${need}`) }))}
        chosen={values.need}
      />
      <div className="actions">
        <Button type="submit">{t('passport:who.submit')}</Button>
        {canAdd ? (
          <Button type="submit" name="then" value="add" variant="secondary">
            {t('people:form.add')}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}
