import { Heading, Paragraph } from '@digdir/designsystemet-react'
import type { ComponentProps } from 'react'
import { PlaceRows } from '#app/components/place-rows.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Place = ComponentProps<typeof PlaceRows>['places'][number] & { municipalityNumber: string }

type Props = {
  places: readonly Place[]
  /** False when the names only resemble what was typed. */
  exact: boolean
  typed: string | null
  pathOf: (place: Place) => string
}

/** Which of several places was meant. */
export function PlaceChoices({ places, exact, typed, pathOf }: Props) {
  const { t } = useTexts()
  const words = { typed: typed ?? '' }
  return (
    <section className="stack-small" aria-labelledby="which-place">
      <Heading level={2} data-size="sm" id="which-place">
        {t('passport:where.several')}
      </Heading>
      <Paragraph>
        {exact ? t('passport:where.severalLead', words) : t('passport:where.similarLead', words)}
      </Paragraph>
      <PlaceRows places={places} pathOf={pathOf} />
    </section>
  )
}
