import { Button, Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SelectField } from '#app/components/form/select-field.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { GuideTree } from '#app/components/staff/guide-tree.tsx'
import { GuideUse } from '#app/components/staff/guide-use.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { NEEDS } from '#app/domain/channels/need.ts'
import { ANSWERS, QUESTIONS } from '#app/domain/channels/question.ts'
import { formatLongDate } from '#app/i18n/format-words.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { sourceWords } from '#app/i18n/source-words.ts'
import { guideUse, sizeOf, tableOf, treeOf } from '#app/use-cases/guide-tables.server.ts'
import { guideToday } from '#app/use-cases/guide.server.ts'
import { staffOf } from '../logged-in.ts'

export const handle = { title: 'staff:guide.title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  await staffOf(args, 'see-guide')
  const { portal } = args.context
  const wanted = tableOf(portal, new URL(args.request.url).searchParams.get('table'))
  return {
    tables: [...guideToday(portal).tables.keys()],
    use: await guideUse(portal),
    shown: wanted && {
      id: wanted.id,
      need: needOf(wanted.id) ?? null,
      isSensitive: [...guideToday(portal).needs.values()].some(
        ({ id, isSensitive }) => id === wanted.id && isSensitive,
      ),
      size: sizeOf(portal, wanted.id),
      tree: treeOf(portal, wanted.id),
      rows: wanted.rows.map(({ when, leads, source, validFrom, validTo }) => ({
        when: Object.entries(when).map(([question, answers]) => ({ question, answers: [...answers] })),
        leads,
        source,
        validFrom,
        validTo,
      })),
    },
  }
}

/** The rules of the guide for those who answer for them: as a tree, as a table, and where people give up. */
export default function StaffGuide() {
  const { tables, shown, use } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const tableName = (id: string) => {
    const need = needOf(id)
    return need ? t(`channels:need.${need}.title`) : t('staff:guide.documentStolen')
  }
  return (
    <div className="stack">
      <StepHeading title={t('staff:guide.title')} lead={t('staff:guide.lead')} back={`/${language}/staff`} />
      <form className="words-form">
        <SelectField
          id="table"
          label={t('staff:guide.table')}
          choices={tables.map((value) => ({ value, label: tableName(value) }))}
          value={shown?.id ?? 'theft'}
        />
        <div>
          <Button type="submit">{t('staff:guide.show')}</Button>
        </div>
      </form>
      {shown ? (
        <>
          <section className="stack-small" aria-labelledby="tree">
            <Heading level={2} data-size="sm" id="tree">
              {t('staff:guide.tree', { need: tableName(shown.id) })}
            </Heading>
            <Paragraph>
              {t('staff:guide.size', { count: shown.size.ways, questions: shown.size.mostQuestions })}
            </Paragraph>
            <GuideTree node={shown.tree} />
            {shown.isSensitive ? <Paragraph>{t('staff:guide.trySensitive')}</Paragraph> : null}
            {shown.need && !shown.isSensitive ? (
              <p className="links">
                <a className="ds-link" href={`/${language}/guide/${shown.need}`}>
                  {t('staff:guide.try')}
                </a>
              </p>
            ) : null}
          </section>
          <div className="stack-small">
            <Heading level={2} data-size="sm">
              {t('staff:guide.rows')}
            </Heading>
            <ScrollBox label={t('staff:guide.rows')}>
              <Table data-size="sm">
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell scope="col">{t('staff:guide.when')}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t('staff:guide.leads')}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t('staff:guide.source')}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t('staff:guide.valid')}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {shown.rows.map(({ when, leads, source, validFrom, validTo }, index) => (
                    <Table.Row key={index}>
                      <Table.Cell>
                        {when.length === 0
                          ? t('staff:guide.always')
                          : when.map(({ question, answers }) => (
                              <p key={question}>
                                <RowCondition question={question} answers={answers} />
                              </p>
                            ))}
                      </Table.Cell>
                      <Table.Cell>
                        {'outcome' in leads ? (
                          <>
                            <p>{t(`channels:outcome.${leads.outcome}.title`)}</p>
                            <p className="hint">{t(`channels:why.${leads.why}`)}</p>
                          </>
                        ) : (
                          <TableLink table={leads.table} />
                        )}
                      </Table.Cell>
                      <Table.Cell>{sourceWords(source, t)}</Table.Cell>
                      <Table.Cell>{validWords({ validFrom, validTo }, language, t)}</Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </ScrollBox>
          </div>
        </>
      ) : null}
      <GuideUse use={use} />
    </div>
  )
}

/** The need that a table belongs to; none for a part that several lead on to. */
function needOf(table: string) {
  return NEEDS.find((need) => need === table)
}

function validWords(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  language: Language,
  t: Translate,
): string {
  const words = (day: string) => formatLongDate(Temporal.PlainDate.from(day), language)
  const from = words(validFrom)
  return validTo === null
    ? t('staff:guide.from', { from })
    : t('staff:guide.fromTo', { from, to: words(validTo) })
}

function RowCondition({ question, answers }: { question: string; answers: readonly string[] }) {
  const { t } = useTexts()
  const asked = QUESTIONS.find((one) => one === question)
  const given = ANSWERS.filter((one) => answers.includes(one)).map((one) => t(`channels:answer.${one}`))
  return asked ? `${t(`channels:question.${asked}`)} ${given.join(' / ')}` : null
}

function TableLink({ table }: { table: string }) {
  const { t } = useTexts()
  return (
    <a className="ds-link" href={`?table=${table}`}>
      {t('staff:guide.onTo', { table })}
    </a>
  )
}
