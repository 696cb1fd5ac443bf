import { TextField } from '#app/components/form/text-field.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  values: { email: string; mobile: string }
  errors: FormErrors | undefined
  /** They are those of whoever fills them in, so the browser may offer them. */
  isOwn?: boolean
  /** How a mobile number is written; left out where one that is known is asked for. */
  mobileHint?: string | undefined
  labels?: { email: string; mobile: string }
}

/** Fields for an e-mail address and a mobile number, called `email` and `mobile`. */
export function ReachFields({ values, errors, isOwn = true, mobileHint, labels }: Props) {
  const { t } = useTexts()
  return (
    <>
      <TextField
        id="email"
        type="email"
        label={labels?.email ?? t('passport:contact.email')}
        value={values.email}
        error={errors?.email}
        autoComplete={isOwn ? 'email' : 'off'}
        inputMode="email"
        spellCheck={false}
      />
      <TextField
        id="mobile"
        type="tel"
        label={labels?.mobile ?? t('passport:contact.mobile')}
        hint={mobileHint}
        value={values.mobile}
        error={errors?.mobile}
        autoComplete={isOwn ? 'tel' : 'off'}
        inputMode="tel"
        short
      />
    </>
  )
}
