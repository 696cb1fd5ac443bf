import { Heading, List, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { useTexts } from '#app/components/use-texts.ts'
import { contactKeptDays } from '#app/use-cases/erase-contact-messages.server.ts'
import { keptDays, keptTicketDays } from '#app/use-cases/my-data.server.ts'

export const handle = { title: 'statements:privacy.title' } satisfies PageHandle

export async function loader({ context: { portal } }: LoaderFunctionArgs) {
  return {
    days: keptDays(portal),
    ticketDays: keptTicketDays(portal),
    messageDays: contactKeptDays(portal),
  }
}

/** What is stored, for how long, and what is not; it must stay true of the tables. */
export default function Privacy() {
  const { days, ticketDays, messageDays } = useLoaderData<typeof loader>()
  const { t } = useTexts()
  return (
    <div className="stack">
      <Heading level={1} data-size="lg">
        {t('statements:privacy.title')}
      </Heading>
      <Paragraph data-size="lg">{t('statements:privacy.lead')}</Paragraph>
      <Paragraph>{t('statements:privacy.demo')}</Paragraph>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.stored.title')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('statements:privacy.stored.name')}</List.Item>
          <List.Item>{t('statements:privacy.stored.reach')}</List.Item>
          <List.Item>{t('statements:privacy.stored.language')}</List.Item>
          <List.Item>{t('statements:privacy.stored.time')}</List.Item>
          <List.Item>{t('statements:privacy.stored.person')}</List.Item>
          <List.Item>{t('statements:privacy.stored.needs')}</List.Item>
          <List.Item>{t('statements:privacy.stored.guardians')}</List.Item>
          <List.Item>{t('statements:privacy.stored.guide')}</List.Item>
          <List.Item>{t('statements:privacy.stored.codes')}</List.Item>
          <List.Item>{t('statements:privacy.stored.address')}</List.Item>
        </List.Unordered>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.notStored.title')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('statements:privacy.notStored.position')}</List.Item>
          <List.Item>{t('statements:privacy.notStored.identity')}</List.Item>
          <List.Item>{t('statements:privacy.notStored.words')}</List.Item>
          <List.Item>{t('statements:privacy.notStored.tracking')}</List.Item>
        </List.Unordered>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.kept.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.kept.held')}</Paragraph>
        <Paragraph>{t('statements:privacy.kept.confirmed', { days })}</Paragraph>
        <Paragraph>{t('statements:privacy.kept.contact', { messageDays })}</Paragraph>
        <Paragraph>{t('statements:privacy.kept.ticket', { ticketDays })}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.link.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.link.body')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.cookie.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.cookie.body')}</Paragraph>
        <List.Unordered>
          <List.Item>{t('statements:privacy.cookie.language')}</List.Item>
          <List.Item>{t('statements:privacy.cookie.visitor')}</List.Item>
          <List.Item>{t('statements:privacy.cookie.way')}</List.Item>
          <List.Item>{t('statements:privacy.cookie.login')}</List.Item>
          <List.Item>{t('statements:privacy.cookie.session')}</List.Item>
        </List.Unordered>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.login.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.login.body')}</Paragraph>
        <Paragraph>{t('statements:privacy.login.page')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.staff.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.staff.body')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.messages.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.messages.what')}</Paragraph>
        <Paragraph>{t('statements:privacy.messages.neutral')}</Paragraph>
        <Paragraph>{t('statements:privacy.messages.stored')}</Paragraph>
        <Paragraph>{t('statements:privacy.messages.lost')}</Paragraph>
        <Paragraph>{t('statements:privacy.messages.demo')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:privacy.ask.title')}
        </Heading>
        <Paragraph>{t('statements:privacy.ask.body')}</Paragraph>
      </section>
    </div>
  )
}
