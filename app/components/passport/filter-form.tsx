import { Button, Details } from '@digdir/designsystemet-react'
import { ChoiceGroup, type Choice } from '#app/components/form/choice-group.tsx'
import { clockWords } from '#app/components/passport/filter-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { formatDistance } from '#app/i18n/format.ts'
import { formatWeekday } from '#app/i18n/format-words.ts'

/** What a filter can be made of. */
export type FilterChoices = {
  /** In kilometres; none when there is no place to count from. */
  distancesKm: readonly number[]
  /** The wall clock at which the evening begins, 'HH:MM'. */
  eveningFrom: string
  /** Weekdays on which some place is open, 1 = Monday. */
  weekdays: readonly number[]
}

type Props = {
  filter: SearchFilter
  choices: FilterChoices
  /** The page that shows what fits, without a filter; its answers go along with the form. */
  path: string
}

/** No distance, or no hours: the parameter is then left empty, which counts as not chosen. */
const ANY = ''

/** Which times and places to show. It asks with GET, so that the answer is an address like all answers before a hold. */
export function FilterForm({ filter, choices, path }: Props) {
  const { t, language } = useTexts()
  const [action, query = ''] = path.split('?')
  const distances: Choice[] = [
    { value: ANY, label: t('see:filter.anyDistance') },
    ...choices.distancesKm.map((km) => ({
      value: String(km),
      label: t('see:filter.within', { distance: formatDistance(km, language) }),
    })),
  ]
  const hours: Choice[] = [
    { value: ANY, label: t('see:filter.anyHours') },
    {
      value: 'evening',
      label: t('see:filter.evening', { time: clockWords(choices.eveningFrom, language) }),
    },
  ]
  const weekdays: Choice[] = choices.weekdays.map((weekday) => ({
    value: String(weekday),
    label: formatWeekday(weekday, language, 'long'),
  }))

  return (
    <Details>
      <Details.Summary>{t('see:filter.summary')}</Details.Summary>
      <Details.Content>
        <form method="get" role="search" action={action} noValidate className="filter-form">
          {[...new URLSearchParams(query)].map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          {choices.distancesKm.length > 0 ? (
            <ChoiceGroup
              type="radio"
              name="within"
              legend={t('see:filter.distance')}
              choices={distances}
              chosen={[filter.withinKm === null ? ANY : String(filter.withinKm)]}
            />
          ) : null}
          <ChoiceGroup
            type="radio"
            name="hours"
            legend={t('see:filter.hours')}
            choices={hours}
            chosen={[filter.evening ? 'evening' : ANY]}
          />
          <ChoiceGroup
            type="checkbox"
            name="weekday"
            legend={t('see:filter.weekdays')}
            hint={t('see:filter.weekdaysHint')}
            choices={weekdays}
            chosen={filter.weekdays.map(String)}
          />
          <div className="actions">
            <Button type="submit" variant="secondary">
              {t('see:filter.submit')}
            </Button>
          </div>
        </form>
      </Details.Content>
    </Details>
  )
}
