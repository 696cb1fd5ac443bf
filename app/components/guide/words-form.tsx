import { Button } from '@digdir/designsystemet-react'
import type { FormError } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { LONGEST_WORDS } from '#app/domain/channels/longest-words.ts'
import { useTexts } from '#app/components/use-texts.ts'

/** Free words about what it is. They are posted, never kept, and the browser is asked not to remember them either. */
export function WordsForm({ error }: { error?: FormError | undefined }) {
  const { t, language } = useTexts()
  return (
    <form method="post" action={`/${language}/guide`} noValidate className="words-form">
      <TextField
        id="words"
        label={t('guide:words.label')}
        hint={t('guide:words.hint', { most: LONGEST_WORDS })}
        value=""
        error={error}
        autoComplete="off"
        enterKeyHint="search"
      />
      <div>
        <Button type="submit">{t('guide:words.submit')}</Button>
      </div>
    </form>
  )
}
