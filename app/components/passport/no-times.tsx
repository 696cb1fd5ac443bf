import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { nothingWords } from '#app/components/passport/filter-words.ts'
import { allOf } from '#app/components/passport/all-of.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'

type Props = {
  filter: SearchFilter
  windowDays: number
  people: number
  /** Other places are offered on the page. */
  hasOthers: boolean
}

/** An office has no time, or none of those that one asks for; a distance says nothing here. */
export function NoTimes({ filter, windowDays, people, hasOthers }: Props) {
  const { t, language } = useTexts()
  const isNarrowed = filter.evening || filter.weekdays.length > 0
  return (
    <Notice color="info">
      <Paragraph>
        {isNarrowed
          ? `${nothingWords({ ...filter, withinKm: null }, { t, language })}.`
          : people > 1
            ? t('people:times.nothingHere', { all: allOf(people, t), days: windowDays })
            : t('passport:when.nothing', { days: windowDays })}
      </Paragraph>
      <Paragraph>
        {[
          t(hasOthers ? 'passport:when.nothingHelp' : 'passport:when.nothingHelpList'),
          people > 2 ? t('people:times.split') : '',
        ]
          .join(' ')
          .trim()}
      </Paragraph>
    </Notice>
  )
}
