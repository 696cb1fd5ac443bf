import { Button, Heading } from '@digdir/designsystemet-react'
import type { FormError } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OutcomeWords } from './outcome-card.tsx'

type Props = {
  near: NonNullable<OutcomeWords['near']>
  place: string | null
  typed: string
  /** Places that the words may mean. */
  matches: readonly { id: string; name: string; municipality: string }[]
  error: FormError | undefined
}

/** Asks where they are, so that times, offices and help near there can be shown. Nobody has to answer. */
export function PlaceForm({ near, place, typed, matches, error }: Props) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="where">
      <Heading level={2} data-size="sm" id="where">
        {place ? t('guide:place.other') : t(`guide:place.${near}`)}
      </Heading>
      {matches.length > 0 ? (
        <form method="post" className="stack-small">
          <p>{t('guide:place.several', { typed })}</p>
          <ul className="rows">
            {matches.map(({ id, name, municipality }) => (
              <li key={id}>
                <button type="submit" name="at" value={id} className="row-link">
                  <span className="row-title">{name}</span>
                  <Pause />
                  <span>{t('passport:where.inMunicipality', { municipality })}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      ) : null}
      <form method="post" noValidate className="words-form">
        <TextField
          id="place"
          label={t('guide:place.label')}
          hint={t('guide:place.hint')}
          value={typed}
          error={error}
          autoComplete="off"
          enterKeyHint="search"
        />
        <div>
          <Button type="submit" variant="secondary">
            {t('guide:place.submit')}
          </Button>
        </div>
      </form>
    </section>
  )
}
