import { TextField } from '#app/components/form/text-field.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { FormError } from './form-error.ts'

type Props = {
  label: string
  value: string
  error: FormError | undefined
  required?: boolean
}

/** A place, called `place`; with the module `place-suggestions` it helps while one types. */
export function PlaceField({ label, value, error, required }: Props) {
  const { t, language } = useTexts()
  return (
    <>
      <TextField
        id="place"
        label={label}
        hint={t('passport:where.hint')}
        value={value}
        error={error}
        required={required}
        autoComplete="postal-code"
        enterKeyHint="search"
      />
      <div
        hidden
        id="place-suggestions"
        data-address={`/${language}/passport/places.json`}
        data-some={t('passport:where.suggestions', { number: '{number}' })}
        data-none={t('passport:where.noSuggestions')}
      />
    </>
  )
}
