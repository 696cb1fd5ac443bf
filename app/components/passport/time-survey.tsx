import { Paragraph } from '@digdir/designsystemet-react'
import { BusStrip, type BusStripData } from '#app/components/passport/bus-strip.tsx'
import { DayPicture, type PictureDay } from '#app/components/passport/day-picture.tsx'
import { OnlyTheseTimes } from '#app/components/passport/only-these-times.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'

export type TimeSurveyData = {
  /** False where the opening hours are a week that we made up. */
  hoursKnown: boolean
  /** The wall clock at which the evening begins, 'HH:MM'. */
  eveningFrom: string
  allTimesPath: string
  /** None when nothing is open on any of them. */
  days: PictureDay[]
  /** Null for a place that stays. */
  busStrip: BusStripData | null
}

type Props = TimeSurveyData & {
  /** How many come. */
  people: number
  filter: SearchFilter
  /** The day that the page shows alone. */
  chosenDay: string | null
}

/** What one should see before the times: what is left out, where the bus is, how full the days are. */
export function TimeSurvey(props: Props) {
  const { hoursKnown, eveningFrom, allTimesPath, days, busStrip, people, filter, chosenDay } = props
  const { t } = useTexts()
  return (
    <>
      {hoursKnown ? null : <Paragraph>{t('see:unknown.office')}</Paragraph>}
      <OnlyTheseTimes filter={filter} eveningFrom={eveningFrom} allPath={allTimesPath} />
      {busStrip ? <BusStrip {...busStrip} /> : null}
      {days.length > 0 ? <DayPicture people={people} days={days} chosen={chosenDay} /> : null}
    </>
  )
}
