import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { OfficeForm } from '#app/components/staff/office-form.tsx'
import { OrderFields } from '#app/components/staff/order-fields.tsx'
import { TriedOrder } from '#app/components/staff/tried-order.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant, formatDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { changeOrder, queueOrder, takeBackOrder, tryOrder } from '#app/use-cases/queue-order.server.ts'
import { formErrors } from '../../passport/form-errors.ts'
import { languageOf } from '../../request-language.ts'
import { staffOf } from '../../logged-in.ts'
import { chosenOffice, textOf } from './managed-office.ts'
import { orderValues, parseOrder, valuesOf } from './order-form.ts'

export const handle = { title: 'queue-office:order.title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await staffOf(args, 'manage-queue')
  const { portal } = args.context
  const language = languageOf(args.params)
  const { searchParams } = new URL(args.request.url)
  const { offices, office, hasOthers } = chosenOffice(portal, scope, searchParams.get('office'))
  const today = todayOf(portal.clock)
  const order = office && (await queueOrder(portal, office.id))
  return {
    ...{ offices, office, hasOthers, told: searchParams.get('told') },
    order: order && {
      values: valuesOf(order.now),
      canTakeBack: order.before !== null,
      changedAt:
        order.changedAt === null
          ? null
          : describeInstant(
              Temporal.Instant.fromEpochMilliseconds(order.changedAt * 1000),
              today,
              language,
              translator(language),
            ).full,
      days: order.days.map((day) => {
        return { value: day, label: formatDay(Temporal.PlainDate.from(day), today, language) }
      }),
    },
  }
}

/** Tries another order on a day that was, and saves it only after that. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const { member, scope } = await staffOf(args, 'manage-queue')
  const { portal } = args.context
  const { office } = chosenOffice(portal, scope, textOf(posted, 'office'))
  if (!office) throw new Response('not-found', { status: 404 })
  const done = (told: string) =>
    redirect(`/${languageOf(args.params)}/staff/queue/order?office=${office.id}&told=${told}`)
  const then = posted.get('then')
  if (then === 'take-back') {
    const isBack = await takeBackOrder(portal, { member, scope }, office.id)
    return done(isBack ? 'taken-back' : 'nothing')
  }
  const values = orderValues(posted)
  const form = parseOrder(values)
  if (!form.success) return data({ errors: formErrors(form.error), values, tried: null }, { status: 400 })
  if (then === 'save') {
    await changeOrder(portal, { member, scope }, { officeId: office.id, order: form.data })
    return done('saved')
  }
  // Somebody wants to change what they have tried.
  if (then === 'change') return data({ errors: undefined, values, tried: null })
  const { days } = await queueOrder(portal, office.id)
  const day = days.find((one) => one === posted.get('day')) ?? days[0] ?? null
  const comparison =
    day === null ? null : await tryOrder(portal, { officeId: office.id, day, order: form.data })
  return data({ errors: undefined, values, tried: { day, comparison } })
}

export default function OrderPage() {
  const { offices, office, hasOthers, order, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const tried = answer?.tried ?? null
  return (
    <div className="stack">
      <ErrorSummary errors={answer?.errors} />
      {(told === 'saved' || told === 'taken-back') && !answer ? (
        <Notice color="success" takesFocus>
          <Paragraph>
            {t(told === 'saved' ? 'queue-office:order.saved' : 'queue-office:order.takenBack')}
          </Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={t('queue-office:order.title')}
        lead={t('queue-office:order.lead')}
        back={`/${language}/staff/queue/overview${office ? `?office=${office.id}` : ''}`}
      />
      {tried ? null : <OfficeForm offices={offices} officeId={office?.id ?? ''} hasOthers={hasOthers} />}
      {office && order && tried && answer ? (
        <TriedOrder
          officeId={office.id}
          now={order.values}
          values={answer.values}
          day={order.days.find(({ value }) => value === tried.day)?.label ?? null}
          comparison={tried.comparison}
        />
      ) : null}
      {office && order && !tried ? (
        <>
          <Heading level={2} data-size="sm">
            {office.name}
          </Heading>
          <form method="post" noValidate className="stack">
            <input type="hidden" name="office" value={office.id} />
            <OrderFields values={answer?.values ?? order.values} errors={answer?.errors} />
            {order.days.length > 0 ? (
              <SelectField
                id="day"
                label={t('queue-office:order.day')}
                choices={order.days}
                value={order.days[0]?.value ?? ''}
              />
            ) : (
              <Paragraph>{t('queue-office:order.noDay')}</Paragraph>
            )}
            <div className="actions">
              <Button type="submit" name="then" value="try">
                {t('queue-office:order.try')}
              </Button>
            </div>
          </form>
          {order.canTakeBack && order.changedAt ? (
            <form method="post" className="stack-small">
              <input type="hidden" name="office" value={office.id} />
              <Paragraph>{t('queue-office:order.last', { time: order.changedAt })}</Paragraph>
              <div className="actions">
                <Button type="submit" name="then" value="take-back" variant="secondary">
                  {t('queue-office:order.takeBack')}
                </Button>
              </div>
            </form>
          ) : null}
        </>
      ) : null}
      {office ? null : <Paragraph>{t('queue-office:overview.none')}</Paragraph>}
    </div>
  )
}
