import { Button, Paragraph } from '@digdir/designsystemet-react'
import { Form } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'
import type { ChoiceData, CounterData } from './desk-data.ts'
import { Refusal } from './refusal.tsx'
import type { Actions } from './use-actions.ts'

/** Where the work begins: which office, which counter, and what it takes. */
export function ChooseCounter({ screen, actions: { answer } }: { screen: ChoiceData; actions: Actions }) {
  const { t, language } = useTexts()
  const { offices, officeId, counters, counterId, services } = screen
  const errors = answer && 'errors' in answer ? answer.errors : undefined
  const taken = answer && 'refusal' in answer && answer.refusal === 'counter-taken' ? answer.counterId : null
  const takenCounter = counters.find(({ id, status }) => id === taken && status !== 'closed')
  return (
    <div className="stack desk-choice">
      <ErrorSummary errors={errors} />
      <Refusal answer={answer} />
      <StepHeading
        title={t('staff-queue:choose.title')}
        lead={t('staff-queue:choose.lead')}
        back={`/${language}/staff`}
      />
      {offices.length > 1 ? (
        <Form className="stack-small" reloadDocument>
          <SelectField
            id="office"
            label={t('staff-queue:choose.office')}
            choices={offices}
            value={officeId}
          />
          <div className="actions">
            <Button type="submit" variant="secondary">
              {t('staff-queue:choose.show')}
            </Button>
          </div>
        </Form>
      ) : null}
      {counters.length === 0 ? (
        <Paragraph>{t('staff-queue:choose.none')}</Paragraph>
      ) : (
        // A page of its own: what is wrong with a form is said in its title too.
        <Form method="post" className="stack" noValidate reloadDocument key={officeId}>
          <input type="hidden" name="do" value="open" />
          <input type="hidden" name="office" value={officeId} />
          {takenCounter ? (
            <Notice color="warning">
              <Paragraph>
                {t('staff-queue:choose.isTaken', {
                  name: takenCounter.staffName ?? t('staff-queue:choose.somebody'),
                  number: takenCounter.number,
                })}
              </Paragraph>
              <div className="actions">
                <Button type="submit" variant="secondary" name="isTakenOver" value="yes">
                  {t('staff-queue:choose.takeOver', { number: takenCounter.number })}
                </Button>
              </div>
            </Notice>
          ) : null}
          <ChoiceGroup
            type="radio"
            name="counter"
            legend={t('staff-queue:choose.counter')}
            choices={counters.map((counter) => ({
              value: String(counter.id),
              label: t('staff-queue:counter.name', { number: counter.number }),
              hint: counterHint(counter, t),
            }))}
            chosen={[String(taken ?? preferred(counters, counterId) ?? '')]}
            error={errors?.counter}
          />
          <ChoiceGroup
            type="checkbox"
            name="services"
            legend={t('staff-queue:choose.services')}
            hint={t('staff-queue:choose.servicesHint')}
            choices={QUEUE_SERVICES.map((service) => ({
              value: service,
              label: t(`queue:service.${service}`),
            }))}
            chosen={services}
            error={errors?.services}
          />
          <div className="actions">
            <Button type="submit">{t('staff-queue:choose.open')}</Button>
          </div>
        </Form>
      )}
    </div>
  )
}

/** The one they had last when it is free, else the first that is. */
function preferred(counters: readonly CounterData[], counterId: number | null): number | null {
  const free = counters.filter(({ status }) => status === 'closed')
  return (free.find(({ id }) => id === counterId) ?? free[0])?.id ?? null
}

function counterHint(
  { status, staffName }: CounterData,
  t: ReturnType<typeof useTexts>['t'],
): string | undefined {
  if (status === 'closed') return undefined
  return t(status === 'open' ? 'staff-queue:choose.isOpen' : 'staff-queue:choose.isPaused', {
    name: staffName ?? t('staff-queue:choose.somebody'),
  })
}
