import { Paragraph } from '@digdir/designsystemet-react'
import { Notice } from '#app/components/notice.tsx'
import { nothingWords } from '#app/components/passport/filter-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'

/** An office has no time, or none of those that one asks for; a distance says nothing here. */
export function NoTimes({ filter, windowDays }: { filter: SearchFilter; windowDays: number }) {
  const { t, language } = useTexts()
  const isNarrowed = filter.evening || filter.weekdays.length > 0
  return (
    <Notice color="info">
      <Paragraph>
        {isNarrowed
          ? `${nothingWords({ ...filter, withinKm: null }, { t, language })}.`
          : t('passport:when.nothing', { days: windowDays })}
      </Paragraph>
      <Paragraph>{t('passport:when.nothingHelp')}</Paragraph>
    </Notice>
  )
}
