import { Button, Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatKroner } from '#app/i18n/format.ts'
import { passportRules } from '#app/use-cases/portal.server.ts'

export const handle = { title: 'passport:about.title', service: 'passport:service' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const rules = passportRules(context.portal)
  return {
    fees: {
      adultPassport: rules.fee('passport', '18+'),
      childPassport: rules.fee('passport', '5-9'),
      idCard: rules.fee('id-card', '18+'),
      emergency: rules.emergencyFee,
    },
    minutes: rules.minutes,
  }
}

/** Price, time, who must come, what to bring; then book, call or come. */
export default function About() {
  const { fees, minutes } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const fee = ({ value }: { value: number | null }) =>
    value === null ? t('passport:about.price.unknown') : formatKroner(value, language, t)
  const unverified = Object.values(fees).some(({ confidence }) => confidence === 'unverified')

  return (
    <div className="stack">
      <StepHeading title={t('passport:about.title')} lead={t('passport:about.lead')} back={`/${language}`} />
      <Paragraph>{t('passport:citizens')}</Paragraph>
      <div>
        <Button asChild>
          <a href={`/${language}/passport/book/who`}>{t('passport:about.book')}</a>
        </Button>
      </div>
      <FactList
        facts={[
          {
            name: t('passport:about.who.title'),
            value: (
              <>
                <p>{t('passport:about.who.everyone')}</p>
                <p>{t('passport:about.who.children')}</p>
              </>
            ),
          },
          {
            name: t('passport:about.bring.title'),
            value: (
              <List.Unordered>
                <List.Item>{t('passport:about.bring.old')}</List.Item>
                <List.Item>{t('passport:about.bring.guardian')}</List.Item>
                <List.Item>{t('passport:about.bring.sole')}</List.Item>
              </List.Unordered>
            ),
          },
          {
            name: t('passport:about.price.title'),
            value: (
              <>
                <p>{t('passport:about.price.adultPassport', { fee: fee(fees.adultPassport) })}</p>
                <p>{t('passport:about.price.childPassport', { fee: fee(fees.childPassport) })}</p>
                <p>{t('passport:about.price.idCard', { fee: fee(fees.idCard) })}</p>
                {unverified ? <p>{t('passport:about.price.unverified')}</p> : null}
                <p>{t('passport:about.price.payment')}</p>
              </>
            ),
          },
          {
            name: t('passport:about.duration.title'),
            value: (
              <>
                <p>
                  {t('passport:about.duration.counter', {
                    passport: t('common:minutes', { count: minutes.passport }),
                    both: t('common:minutes', { count: minutes.both }),
                  })}
                </p>
                <p>{t('passport:about.duration.delivery')}</p>
              </>
            ),
          },
        ]}
      />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('passport:about.emergency.title')}
        </Heading>
        <Paragraph>{t('passport:about.emergency.body', { fee: fee(fees.emergency) })}</Paragraph>
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('passport:about.other.title')}
        </Heading>
        <Paragraph>{t('passport:about.other.call')}</Paragraph>
        <Paragraph>{t('passport:about.other.come')}</Paragraph>
        <Paragraph className="links">
          <Link href="tel:02800">{t('front:call')}</Link>
        </Paragraph>
      </section>
    </div>
  )
}
