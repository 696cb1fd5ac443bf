import { Link, Paragraph } from '@digdir/designsystemet-react'
import { CallText } from '#app/components/call-text.tsx'
import { FactList, type FactRow } from '#app/components/fact-list.tsx'
import { Notice } from '#app/components/notice.tsx'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { ChannelId, ChannelKind } from '#app/domain/channels/channel.ts'
import type { Bring, Outcome } from '#app/domain/channels/outcome.ts'
import type { Moment } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** A way as the page says it. `href`: null where there is nothing to open. */
export type WayWords = {
  id: ChannelId
  kind: ChannelKind
  isHere: boolean
  login: 'needed' | 'possible' | null
  href: string | null
  /** What the portal has to read about a way that it does not have yet. */
  page: { path: string; title: string } | null
  /** Whether a phone is answered now. */
  phone: string | null
}

export type OutcomeWords = {
  /** The place that they named. */
  place: string | null
  near: Outcome['near']
  /** What to read meanwhile. */
  advice: { path: string; title: string } | null
  first: WayWords
  meanwhile: WayWords | null
  others: WayWords[]
  minutes: number | null
  handlingDays: number | null
  bring: Bring[]
  fee: string
  earliest: { office: string; time: Moment; distance: string | null } | null
  offices: { path: string; name: string; distance: string; open: string; queue: string | null }[]
  help: { district: string | null; childrensHouse: { name: string; distance: string } | null } | null
}

/** The way that fits best: the one thing to press, how long one waits now, what it takes. */
export function OutcomeCard({ body, words }: { body: string; words: OutcomeWords }) {
  const { t } = useTexts()
  const { first, meanwhile, earliest, offices } = words
  const way = meanwhile ?? first
  return (
    <section className="card outcome" aria-label={t('guide:outcome.best')}>
      <Paragraph data-size="lg">
        <CallText text={body} />
      </Paragraph>
      {meanwhile ? (
        <Notice color="info">
          <Paragraph>{t('guide:outcome.comes', { way: t(`channels:way.${first.id}`) })}</Paragraph>
          {first.page ? (
            <p className="links">
              <Link href={first.page.path}>{first.page.title}</Link>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {way.href ? (
        <p className="actions">
          <a
            className="ds-button"
            data-variant="primary"
            data-color={way.kind === 'emergency' ? 'danger' : undefined}
            href={way.href}
          >
            {t(`channels:way.${way.id}`)}
          </a>
        </p>
      ) : (
        <Paragraph>
          <strong>{`${t(`channels:way.${way.id}`)}.`}</strong>
        </Paragraph>
      )}
      {words.advice ? (
        <p className="links">
          <Link href={words.advice.path}>{words.advice.title}</Link>
        </p>
      ) : null}
      {way.phone ? <Paragraph>{way.phone}</Paragraph> : null}
      {earliest ? (
        <p className="wait-now">
          <span>
            {words.place ? t('guide:wait.earliestNear', { place: words.place }) : t('guide:wait.earliest')}
          </span>
          <Pause />
          <time dateTime={earliest.time.iso}>{earliest.time.words}</time>
          <Pause />
          <span>{[earliest.office, earliest.distance].filter(Boolean).join(', ')}</span>
        </p>
      ) : null}
      {offices.length > 0 ? (
        <ul className="rows">
          {offices.map(({ path, name, distance, open, queue }) => (
            <li key={path}>
              <a className="row-link" href={path}>
                <span className="row-title">{name}</span>
                <Pause />
                <span>{[distance, open, queue ?? t('guide:wait.queueUnknown')].join('. ')}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {way.kind === 'emergency' ? null : <FactList facts={takesOf(words, t)} />}
    </section>
  )
}

/** Time, what to have at hand, price, login and what comes after. */
function takesOf(
  { first, meanwhile, minutes, bring, fee, handlingDays }: OutcomeWords,
  t: Translate,
): FactRow[] {
  const facts: FactRow[] = []
  if (minutes !== null)
    facts.push({
      name: t('guide:takes.time'),
      value: t('guide:takes.about', { time: t('common:minutes', { count: minutes }) }),
    })
  if (bring.length > 0) {
    facts.push({
      name: t('guide:takes.bring'),
      value: (
        <ul className="plain">
          {bring.map((one) => (
            <li key={one}>{t(`channels:bring.${one}`)}</li>
          ))}
        </ul>
      ),
    })
  }
  facts.push({ name: t('guide:takes.price'), value: fee })
  facts.push({
    name: t('guide:takes.login'),
    value: t(`guide:takes.login-${(meanwhile ?? first).login ?? 'none'}`),
  })
  if (handlingDays !== null && handlingDays > 0)
    facts.push({ name: t('guide:takes.after'), value: t('guide:takes.days', { count: handlingDays }) })
  return facts
}
