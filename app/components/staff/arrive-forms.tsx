import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { SelectField } from '#app/components/form/select-field.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { peopleWords } from '#app/components/queue/people-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import { HELP_NEEDS, MOST_TOGETHER, type QueueService } from '#app/domain/queue/ticket.ts'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { translator } from '#app/i18n/i18n.ts'

type Props = {
  officeId: string
  isOpen: boolean
  services: readonly QueueService[]
  /** Made for the form: pressed twice it gives one ticket. */
  formKey: string
  /** Who came here by a key begins to write at once. */
  takesFocus: boolean
  typed: string
  errors: FormErrors | undefined
}

/** Checking somebody in, and giving somebody a ticket. */
export function ArriveForms({ officeId, isOpen, services, formKey, takesFocus, typed, errors }: Props) {
  const { t, language } = useTexts()
  return (
    <>
      <section className="stack-small no-print">
        <Heading level={2} data-size="sm">
          {t('queue:arrive.booked')}
        </Heading>
        <form method="post" noValidate className="stack-small">
          <input type="hidden" name="office" value={officeId} />
          <TextField
            id="code"
            label={t('queue:arrive.code')}
            hint={t('queue:arrive.codeHint')}
            value={typed}
            error={errors?.code}
            autoComplete="off"
            autoFocus={takesFocus}
            autoCapitalize="characters"
            spellCheck={false}
            short
          />
          <div className="actions">
            <Button type="submit" name="then" value="check-in">
              {t('queue:arrive.checkIn')}
            </Button>
          </div>
        </form>
      </section>
      <section className="stack-small no-print">
        <Heading level={2} data-size="sm">
          {t('queue:arrive.walkIn')}
        </Heading>
        {isOpen ? (
          <form method="post" noValidate className="stack-small queue-form">
            <input type="hidden" name="office" value={officeId} />
            <input type="hidden" name="key" value={formKey} />
            <SelectField
              id="service"
              label={t('queue:arrive.service')}
              choices={services.map((value) => ({ value, label: t(`queue:service.${value}`) }))}
              value={services[0] ?? ''}
            />
            <SelectField
              id="people"
              label={t('queue:arrive.people')}
              choices={Array.from({ length: MOST_TOGETHER }, (_, index) => ({
                value: String(index + 1),
                label: index === 0 ? '1' : peopleWords(index + 1, t),
              }))}
              value="1"
            />
            <SelectField
              id="language"
              label={t('queue:arrive.language')}
              choices={MESSAGE_LANGUAGES.map((value) => ({
                value,
                label: translator(value)('common:languageName'),
              }))}
              value={language}
            />
            <ChoiceGroup
              type="checkbox"
              name="needs"
              legend={t('queue:arrive.needs')}
              choices={HELP_NEEDS.map((need) => ({ value: need, label: t(`queue:need.${need}`) }))}
              chosen={[]}
            />
            <div className="actions">
              <Button type="submit" name="then" value="ticket">
                {t('queue:arrive.give')}
              </Button>
            </div>
          </form>
        ) : (
          <Paragraph>{t('queue:arrive.closed')}</Paragraph>
        )}
      </section>
    </>
  )
}
