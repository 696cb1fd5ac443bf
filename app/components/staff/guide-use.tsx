import { Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import { FactList } from '#app/components/fact-list.tsx'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { NEEDS } from '#app/domain/channels/need.ts'
import type { OutcomeId } from '#app/domain/channels/outcome.ts'
import { QUESTIONS } from '#app/domain/channels/question.ts'

type Props = {
  use: {
    begun: number
    ended: number
    chosen: number
    searchedInVain: { of: number; nothing: number }
    gotThere: { easily: number; withTrouble: number; no: number }
    /** Null for fewer than may be shown. */
    sensitive: number | null
    tookFirst: { outcome: OutcomeId; ended: number; wentOn: number; first: number; isFirstCounted: boolean }[]
    givenUp: { need: string; question: string; asked: number; left: number }[]
  }
}

/** How the guide was used in the last four weeks: where it led, whether people took what it recommends, where they left. */
export function GuideUse({ use }: Props) {
  const { t } = useTexts()
  const needName = (name: string) => {
    const need = NEEDS.find((one) => one === name)
    return need ? t(`channels:need.${need}.title`) : name
  }
  const questionName = (name: string) => {
    const question = QUESTIONS.find((one) => one === name)
    return question ? t(`channels:question.${question}`) : name
  }
  return (
    <section className="stack-small" aria-labelledby="use">
      <Heading level={2} data-size="sm" id="use">
        {t('staff:guide.use')}
      </Heading>
      <Paragraph>{t('staff:guide.useLead')}</Paragraph>
      <FactList
        facts={[
          { name: t('staff:guide.begun'), value: use.begun },
          { name: t('staff:guide.ended'), value: use.ended },
          { name: t('staff:guide.chosen'), value: use.chosen },
          { name: t('staff:guide.sensitive'), value: use.sensitive ?? t('staff:guide.few') },
          {
            name: t('staff:guide.inVain'),
            value: t('staff:guide.ofAll', { count: use.searchedInVain.nothing, all: use.searchedInVain.of }),
          },
          { name: t('guide:gotThere.easily'), value: use.gotThere.easily },
          { name: t('guide:gotThere.with-trouble'), value: use.gotThere.withTrouble },
          { name: t('guide:gotThere.no'), value: use.gotThere.no },
        ]}
      />
      {use.tookFirst.length > 0 ? (
        <ScrollBox label={t('staff:guide.outcomes')}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('staff:guide.outcomes')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:guide.came')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:guide.tookFirst')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {use.tookFirst.map(({ outcome, ended, wentOn, first, isFirstCounted }) => (
                <Table.Row key={outcome}>
                  <Table.Cell>{t(`channels:outcome.${outcome}.title`)}</Table.Cell>
                  <Table.Cell>{ended}</Table.Cell>
                  <Table.Cell>
                    {isFirstCounted
                      ? t('staff:guide.ofAll', { count: first, all: wentOn })
                      : t('staff:guide.notCounted')}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      ) : null}
      {use.givenUp.length > 0 ? (
        <ScrollBox label={t('staff:guide.givenUp')}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('staff:guide.givenUp')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:guide.need')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:guide.asked')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:guide.left')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {use.givenUp.map(({ need, question, asked, left }) => (
                <Table.Row key={`${need} ${question}`}>
                  <Table.Cell>{questionName(question)}</Table.Cell>
                  <Table.Cell>{needName(need)}</Table.Cell>
                  <Table.Cell>{asked}</Table.Cell>
                  <Table.Cell>{left}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      ) : null}
    </section>
  )
}
