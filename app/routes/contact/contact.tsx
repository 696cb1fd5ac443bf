import { Button, Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CallText } from '#app/components/call-text.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { TraceNotice } from '#app/components/content/trace-notice.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import { TextArea } from '#app/components/form/text-area.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { LeaveQuickly } from '#app/components/leave-quickly.tsx'
import { Namesakes } from '#app/components/namesakes.tsx'
import { Notice } from '#app/components/notice.tsx'
import { centreDistance } from '#app/components/offices/centre-distance.ts'
import { officeTitle } from '#app/components/offices/office-title.ts'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { contactFacts } from '#app/use-cases/contact-facts.server.ts'
import { sendContactMessage } from '#app/use-cases/send-contact-message.server.ts'
import { afterSensitiveWay } from '../after-sensitive-way.server.ts'
import { formErrors } from '../passport/form-errors.ts'
import { languageOf } from '../request-language.ts'
import { namesakeChoices } from '../typed-place.ts'
import { tooMany } from '../too-many.ts'
import { ContactMessageForm, contactMessageValues, LONGEST_MESSAGE } from './contact-message-form.ts'
import { contactPath } from './contact-path.ts'
import { municipalityOf } from './municipality-parameter.server.ts'

const NOTHING = { words: '', name: '', email: '', mobile: '' }

/** From the page with the form; anything else counts as a form that nobody has sent. */
const KEY = /^[\w-]{24}$/

export const handle = { title: 'contact:page.title', enhancements: ['back-to-form'] } satisfies PageHandle

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const after = afterSensitiveWay(request, context)
  const { portal, settings } = context
  const language = languageOf(params)
  const t = translator(language)
  const municipality = municipalityOf(portal, language, params.municipality)
  const facts = contactFacts(portal, municipality, { isDemo: settings.mode === 'demo' })
  const { nearest, serviceCentre, district } = facts
  return {
    titleOptions: { municipality: municipality.name },
    municipality: municipality.name,
    namesakes: namesakeChoices(
      portal,
      portal.catalogue.places.byId.get(`municipality-${municipality.number}`),
    ),
    district: (language === 'nn' ? district?.nameNn : district?.nameNb) ?? '',
    isPolice: district?.isPolice ?? false,
    takesMessages: facts.takesMessages,
    nearest: nearest && {
      id: nearest.office.id,
      title: officeTitle(nearest.office, t),
      distance: centreDistance(nearest.distanceKm, { t, language }),
    },
    serviceCentre: serviceCentre && { id: serviceCentre.id, title: officeTitle(serviceCentre, t) },
    key: freshKey(portal),
    leavesQuickly: after.isAfter,
    enhancements: after.enhancements([]),
  }
}

/** What is written goes by POST and stays on the page when something is missing. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal, visit, settings } = context
  const language = languageOf(params)
  const municipality = municipalityOf(portal, language, params.municipality)
  const posted = await request.formData()
  const values = contactMessageValues(posted)
  const key = String(posted.get('key') ?? '')
  const form = ContactMessageForm.safeParse(values)
  if (!form.success) return data({ errors: formErrors(form.error, values), values, key }, { status: 400 })
  const { email, mobile, ...words } = form.data
  const sent = await sendContactMessage(portal, {
    municipality,
    idempotencyKey: KEY.test(key) ? key : freshKey(portal),
    message: { ...words, email: email || null, mobile: mobile || null, language },
    visitor: visit.visitor,
    isDemo: settings.mode === 'demo',
  })
  if (sent.ok) {
    return redirect(`${contactPath(language, municipality.number)}/sent?reference=${sent.reference}`)
  }
  if (sent.reason === 'no-mailbox') throw new Response(null, { status: 404 })
  throw tooMany(context, language, { limit: 'contact-messages', ...sent })
}

function freshKey({ randomBytes }: { randomBytes: (count: number) => Uint8Array }): string {
  return Buffer.from(randomBytes(18)).toString('base64url')
}

/** The police contact of a municipality: what they are there for, and the ways to reach them. */
export default function ContactPage() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { municipality, district, nearest, serviceCentre } = loaded
  const values = failed?.values ?? NOTHING
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <StepHeading
        title={t('contact:page.title', { municipality })}
        lead={loaded.isPolice ? t('contact:page.lead') : t('contact:page.noPolice')}
        back={contactPath(language)}
      />
      {loaded.leavesQuickly ? <LeaveQuickly /> : null}
      <Namesakes
        places={loaded.namesakes}
        pathOf={({ municipalityNumber }) => contactPath(language, municipalityNumber)}
      />
      <Notice color="warning">
        <Paragraph>
          <CallText text={t('contact:page.emergency')} />
        </Paragraph>
      </Notice>
      <section className="stack-small" aria-labelledby="ways">
        <Heading level={2} data-size="sm" id="ways">
          {t('contact:ways.title')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('contact:ways.call')}</List.Item>
          {loaded.takesMessages ? <List.Item>{t('contact:ways.write')}</List.Item> : null}
          <List.Item>{t('contact:ways.meet')}</List.Item>
          <List.Item>{t('contact:ways.talk')}</List.Item>
        </List.Unordered>
        <p className="links">
          <Link href="tel:02800">{t('contact:ways.ring')}</Link>
        </p>
        <FactList
          facts={[
            { name: t('offices:facts.district'), value: district },
            ...(nearest
              ? [
                  {
                    name: t('contact:facts.nearest'),
                    value: t('contact:facts.nearestRow', nearest),
                    change: { href: `/${language}/offices/${nearest.id}`, text: t('contact:facts.see') },
                  },
                ]
              : []),
            ...(serviceCentre
              ? [
                  {
                    name: t('contact:facts.serviceCentre'),
                    value: serviceCentre.title,
                    change: {
                      href: `/${language}/offices/${serviceCentre.id}`,
                      text: t('contact:facts.seeServiceCentre'),
                    },
                  },
                ]
              : []),
          ]}
        />
        <Paragraph>{t('contact:facts.many')}</Paragraph>
      </section>
      {loaded.takesMessages ? (
        <section className="stack-small" aria-labelledby="write">
          <Heading level={2} data-size="sm" id="write">
            {t('contact:form.title')}
          </Heading>
          <Paragraph>{t('contact:form.lead')}</Paragraph>
          {loaded.leavesQuickly ? (
            <Notice color="warning">
              <Paragraph>{t('contact:form.traces')}</Paragraph>
            </Notice>
          ) : null}
          <Form method="post" noValidate className="stack">
            <input type="hidden" name="key" value={failed?.key ?? loaded.key} />
            <RequiredNote text={t('contact:form.required')} />
            <TextArea
              id="words"
              label={t('contact:form.words')}
              hint={t('contact:form.wordsHint', { most: LONGEST_MESSAGE })}
              value={values.words}
              error={failed?.errors.words}
            />
            <TextField
              id="name"
              label={t('contact:form.name')}
              value={values.name}
              error={failed?.errors.name}
              required
              autoComplete="name"
            />
            <ReachFields
              values={values}
              errors={failed?.errors}
              mobileHint={t('passport:contact.mobileHint')}
            />
            <div className="actions">
              <Button type="submit">{t('contact:form.submit')}</Button>
            </div>
          </Form>
        </section>
      ) : null}
      {loaded.leavesQuickly ? <TraceNotice /> : null}
    </div>
  )
}
