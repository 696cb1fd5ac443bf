import { Button, Heading } from '@digdir/designsystemet-react'
import type { FormError } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { placeKindWords } from '#app/components/place-kind-words.ts'
import type { Place } from '#app/domain/geography/find-place.ts'
import type { OutcomeWords } from './outcome-card.tsx'

type Choice = Pick<Place, 'id' | 'kind' | 'name' | 'municipality'>

type Props = {
  near: NonNullable<OutcomeWords['near']>
  place: string | null
  typed: string
  /** Places that the words may mean. */
  matches: readonly Choice[]
  /** Places of the same name as the one that was taken to be meant. */
  namesakes: readonly Choice[]
  error: FormError | undefined
}

/** Asks where they are, so that times, offices and help near there can be shown. Nobody has to answer. */
export function PlaceForm({ near, place, typed, matches, namesakes, error }: Props) {
  const { t } = useTexts()
  const choices = matches.length > 0 ? matches : namesakes
  return (
    <section className="stack-small" aria-labelledby="where">
      <Heading level={2} data-size="sm" id="where">
        {place ? t('guide:place.other') : t(`guide:place.${near}`)}
      </Heading>
      {choices.length > 0 ? (
        <form method="post" className="stack-small">
          <p>
            {matches.length > 0 ? t('passport:where.severalLead', { typed }) : t('passport:where.namesakes')}
          </p>
          <ul className="rows">
            {choices.map((place) => (
              <li key={place.id}>
                <button type="submit" name="at" value={place.id} className="row-link">
                  <span className="row-title">{place.name}</span>
                  <Pause />
                  <span>{placeKindWords(place, t)}</span>
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
