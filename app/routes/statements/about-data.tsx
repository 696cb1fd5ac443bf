import { Heading, Paragraph, Table } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Trans } from 'react-i18next'
import type { PageHandle } from '#app/components/page-handle.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { PublishedRule } from '#app/domain/rules/published-rules.ts'
import { agesInWords, valueInWords } from '#app/i18n/rule-words.ts'
import { rulesInForce } from '#app/use-cases/rules-in-force.server.ts'

export const handle = { title: 'statements:data.title' } satisfies PageHandle

/** How sure each kind of fact is (db/seed/data/SOURCES.md). */
const FACTS = [
  { fact: 'offices', confidence: 'dated' },
  { fact: 'addresses', confidence: 'dated' },
  { fact: 'comingOffices', confidence: 'unverified' },
  { fact: 'hours', confidence: 'dated' },
  { fact: 'counters', confidence: 'demonstration' },
  { fact: 'times', confidence: 'demonstration' },
  { fact: 'busStops', confidence: 'dated' },
  { fact: 'busDays', confidence: 'demonstration' },
  { fact: 'holidays', confidence: 'derived' },
  { fact: 'fees', confidence: 'unverified' },
  { fact: 'idCardFee', confidence: 'unknown' },
  { fact: 'validity', confidence: 'documented' },
  { fact: 'attendance', confidence: 'documented' },
  { fact: 'delivery', confidence: 'dated' },
  { fact: 'postalCodes', confidence: 'documented' },
  { fact: 'points', confidence: 'dated' },
  { fact: 'municipalities', confidence: 'documented' },
  { fact: 'districts', confidence: 'documented' },
  { fact: 'distances', confidence: 'derived' },
] as const

const CC_BY_3 = 'https://creativecommons.org/licenses/by/3.0/'
const CC_BY_4 = 'https://creativecommons.org/licenses/by/4.0/'

/** Whom we owe a credit line; the link to Erik Bolstad's page is a condition of his licence. */
const SOURCES = [
  { source: 'postalPoints', links: { work: 'https://www.erikbolstad.no/postnummer/', licence: CC_BY_3 } },
  {
    source: 'municipalities',
    links: { licence: CC_BY_4, work: 'https://github.com/robhop/fylker-og-kommuner' },
  },
  { source: 'placeNames', links: { work: 'https://www.geonames.org/', licence: CC_BY_4 } },
  {
    source: 'postalRegister',
    links: {
      work: 'https://github.com/sindresorhus/norway-postal-codes',
      licence: 'https://opensource.org/license/mit',
    },
  },
  {
    source: 'municipalFacts',
    links: {
      work: 'https://github.com/aprestmo/norway-geodata',
      licence: 'https://opensource.org/license/mit',
    },
  },
  {
    source: 'police',
    links: {
      first: 'https://github.com/hatl3n/rasktpass',
      second: 'https://github.com/lwollan/passbestilling',
      third: 'https://github.com/ksolheim/passhammer',
    },
  },
] as const

export function loader({ context }: LoaderFunctionArgs) {
  return { rules: rulesInForce(context.portal) }
}

export default function AboutData() {
  const { t } = useTexts()
  const { rules } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Heading level={1} data-size="lg">
        {t('statements:data.title')}
      </Heading>
      <Paragraph data-size="lg">{t('statements:data.lead')}</Paragraph>
      <Paragraph>{t('statements:data.retrieved')}</Paragraph>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:data.facts.title')}
        </Heading>
        <FactsTable />
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:data.rules.title')}
        </Heading>
        <Paragraph>{t('statements:data.rules.lead')}</Paragraph>
        <RulesTable rules={rules} />
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:data.sources.title')}
        </Heading>
        <Paragraph>{t('statements:data.sources.lead')}</Paragraph>
        {SOURCES.map((source) => (
          <Credit key={source.source} {...source} />
        ))}
      </section>
    </div>
  )
}

function FactsTable() {
  const { t } = useTexts()
  return (
    <div className="scroll-box" tabIndex={0} role="region" aria-labelledby="facts-caption">
      <Table data-size="sm">
        <caption id="facts-caption">{t('statements:data.facts.caption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('statements:data.facts.fact')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('statements:data.facts.confidence')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('statements:data.facts.basis')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {FACTS.map(({ fact, confidence }) => (
            <Table.Row key={fact}>
              <Table.HeaderCell scope="row">{t(`statements:data.facts.name.${fact}`)}</Table.HeaderCell>
              <Table.Cell>{t(`statements:data.confidence.${confidence}`)}</Table.Cell>
              <Table.Cell>{t(`statements:data.facts.note.${fact}`)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function RulesTable({ rules }: { rules: readonly PublishedRule[] }) {
  const { t, language } = useTexts()
  return (
    <div className="scroll-box" tabIndex={0} role="region" aria-labelledby="rules-caption">
      <Table data-size="sm">
        <caption id="rules-caption">{t('statements:data.rules.caption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('statements:data.rules.rule')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('statements:data.rules.who')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('statements:data.rules.value')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('statements:data.rules.confidence')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {rules.map((rule) => (
            <Table.Row key={`${rule.name} ${JSON.stringify(rule.ages)}`}>
              <Table.HeaderCell scope="row">{t(`statements:data.what.${rule.name}`)}</Table.HeaderCell>
              <Table.Cell>{agesInWords(rule.ages, t)}</Table.Cell>
              <Table.Cell>{valueInWords(rule, language, t)}</Table.Cell>
              <Table.Cell>{t(`statements:data.confidence.${rule.confidence}`)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Credit({ source, links }: (typeof SOURCES)[number]) {
  const { t } = useTexts()
  const components = Object.fromEntries(
    Object.entries(links).map(([name, href]) => [name, <a key={name} className="ds-link" href={href} />]),
  )
  return (
    <div className="stack-small">
      <Heading level={3} data-size="2xs">
        {t(`statements:data.sources.${source}.title`)}
      </Heading>
      <Paragraph>
        <Trans t={t} i18nKey={`statements:data.sources.${source}.credit`} components={components} />
      </Paragraph>
      <Paragraph>{t(`statements:data.sources.${source}.changed`)}</Paragraph>
    </div>
  )
}
