import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { useTexts } from '#app/components/use-texts.ts'

const NUMBERS = [
  { id: 'lead', label: 'queue-office:order.leadTime', hint: 'queue-office:order.leadHint' },
  { id: 'grace', label: 'queue-office:order.grace', hint: 'queue-office:order.graceHint' },
  { id: 'overtaken', label: 'queue-office:order.overtaken', hint: 'queue-office:order.overtakenHint' },
  { id: 'longest', label: 'queue-office:order.longest', hint: 'queue-office:order.longestHint' },
] as const

type Props = {
  values: Record<(typeof NUMBERS)[number]['id'] | 'help', string>
  errors: FormErrors | undefined
}

/** What an office sets for who is next. */
export function OrderFields({ values, errors }: Props) {
  const { t } = useTexts()
  return (
    <>
      {NUMBERS.map(({ id, label, hint }) => (
        <TextField
          key={id}
          id={id}
          label={t(label)}
          hint={t(hint)}
          value={values[id]}
          error={errors?.[id]}
          inputMode="numeric"
          autoComplete="off"
          short
        />
      ))}
      <ChoiceGroup
        type="radio"
        name="help"
        legend={t('queue-office:order.help')}
        hint={t('queue-office:order.helpHint')}
        choices={[
          { value: 'yes', label: t('queue-office:order.yes') },
          { value: 'no', label: t('queue-office:order.no') },
        ]}
        chosen={[values.help]}
        error={errors?.help}
      />
    </>
  )
}
