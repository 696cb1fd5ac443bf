import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoMessagesLink } from '#app/components/demo-messages-link.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { GotThereForm } from '#app/components/guide/got-there-form.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant, inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { findContactReceiptOf } from '#app/use-cases/find-contact-receipt.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { languageOf } from '../request-language.ts'
import { contactPath } from './contact-path.ts'
import { municipalityOf } from './municipality-parameter.server.ts'

export const handle = { title: 'contact:sent.title' } satisfies PageHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { portal, settings } = context
  const language = languageOf(params)
  const after = afterSensitiveWay(request, context)
  const { number, name } = municipalityOf(portal, language, params.municipality)
  const reference = new URL(request.url).searchParams.get('reference') ?? ''
  const receipt = await findContactReceiptOf(portal, { reference, municipalityNumber: number })
  if (!receipt) throw new Response(null, { status: 404 })
  const received = Temporal.Instant.fromEpochMilliseconds(receipt.receivedAt * 1000)
  return {
    municipality: { number, name },
    reference: inGroups(reference),
    received: describeInstant(received, todayOf(portal.clock), language, translator(language)).full,
    isDemo: settings.mode === 'demo',
    leavesQuickly: after.isAfter,
    enhancements: after.enhancements([]),
  }
}

/** What was done, and what happens next; nothing of what was written. */
export default function ContactSent() {
  const { municipality, reference, received, isDemo, leavesQuickly } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('contact:sent.title')} lead={t('contact:sent.lead')} />
      {leavesQuickly ? <LeaveQuickly /> : null}
      <FactList
        facts={[
          { name: t('contact:sent.to'), value: t('contact:page.title', { municipality: municipality.name }) },
          { name: t('contact:sent.received'), value: received },
          { name: t('contact:sent.reference'), value: <span className="code">{reference}</span> },
        ]}
      />
      <section className="stack-small" aria-labelledby="next">
        <Heading level={2} data-size="sm" id="next">
          {t('contact:sent.next')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('contact:sent.read')}</List.Item>
          <List.Item>{t('contact:sent.answer')}</List.Item>
          <List.Item>{t('contact:sent.urgent')}</List.Item>
          <List.Item>{t('contact:sent.forgotten')}</List.Item>
        </List.Unordered>
        <Paragraph>{t('contact:sent.noCopy')}</Paragraph>
        {isDemo ? <DemoMessagesLink /> : null}
      </section>
      <GotThereForm need="contact" />
      <ul className="links">
        <li>
          <Link href={contactPath(language, municipality.number)}>{t('contact:sent.back')}</Link>
        </li>
        <li>
          <Link href={`/${language}`}>{t('errors:toFront')}</Link>
        </li>
      </ul>
    </div>
  )
}
