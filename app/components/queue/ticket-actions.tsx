import { Button, Heading, Link } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { GotThereForm } from '#app/components/guide/got-there-form.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { TicketState } from '#app/domain/queue/ticket-facts.ts'
import { HELP_NEEDS, type HelpNeed, type QueueService } from '#app/domain/queue/ticket.ts'

type Props = {
  state: TicketState
  path: string
  late: { said: number; left: number; minutes: number }
  service: QueueService
  needs: HelpNeed[]
  asksForHelp: boolean
  mayComeBack: boolean
  help: string | null
  errors: FormErrors | undefined
}

const LATE_HINT = 'late-hint'
const LEAVE_HINT = 'leave-hint'
const HERE = ['waiting', 'late', 'parked', 'called'] as const
const ENDED = ['finished', 'no-show', 'left', 'closed', 'over'] as const

/**
 * What somebody can do with their place. All of it is on the page; what the state does not allow is hidden, so that the
 * page need not be fetched anew when it changes.
 */
export function TicketActions({
  state,
  path,
  late,
  asksForHelp,
  needs,
  mayComeBack,
  errors,
  service,
}: Props) {
  const { t, language } = useTexts()
  return (
    <>
      <When state={state} states={HERE}>
        <Heading level={2} data-size="sm">
          {t('tickets:actions')}
        </Heading>
      </When>
      <When state={state} states={['late']}>
        <OneButton path={path} then="back" variant="primary">
          {t('tickets:back.submit')}
        </OneButton>
      </When>
      <When state={state} states={late.left > 0 || late.said > 0 ? ['waiting', 'late', 'parked'] : []}>
        {late.left > 0 ? (
          <OneButton path={path} then="late" said={late.said} hint={LATE_HINT}>
            {t('tickets:sayLate.submit')}
          </OneButton>
        ) : null}
        <p className="hint" id={LATE_HINT}>
          {late.left > 0
            ? `${t('tickets:sayLate.hint', { minutes: late.minutes })} ${t('tickets:sayLate.left', { count: late.left })}`
            : t('tickets:sayLate.none')}
        </p>
      </When>
      <When state={state} states={HERE}>
        {asksForHelp ? (
          <OneButton path={path} then="no-help">
            {t('tickets:help.remove')}
          </OneButton>
        ) : (
          <form method="post" action={path} noValidate className="stack-small">
            <input type="hidden" name="then" value="help" />
            <ChoiceGroup
              type="checkbox"
              name="need"
              legend={t('tickets:help.legend')}
              hint={t('tickets:help.hint')}
              choices={HELP_NEEDS.map((need) => ({ value: need, label: t(`queue:need.${need}`) }))}
              chosen={needs}
              error={errors?.need}
            />
            <div>
              <Button type="submit" variant="secondary">
                {t('tickets:help.submit')}
              </Button>
            </div>
          </form>
        )}
      </When>
      <When state={state} states={HERE}>
        <OneButton path={path} then="leave" hint={LEAVE_HINT}>
          {t('tickets:leave.submit')}
        </OneButton>
        <p className="hint" id={LEAVE_HINT}>
          {t('tickets:leave.hint')}
        </p>
      </When>
      {mayComeBack ? (
        <When state={state} states={['left']}>
          <OneButton path={path} then="back" variant="primary">
            {t('tickets:back.undo')}
          </OneButton>
        </When>
      ) : null}
      <When state={state} states={ENDED}>
        <GotThereForm need="queue" />
        <ul className="links">
          {service === 'passport' && state !== 'finished' ? (
            <li>
              <Link href={`/${language}/passport/book/who`}>{t('tickets:links.book')}</Link>
            </li>
          ) : null}
          <li>
            <Link href={`/${language}`}>{t('tickets:links.front')}</Link>
          </li>
        </ul>
      </When>
    </>
  )
}

/** Shown in these states. */
function When({
  state,
  states,
  children,
}: {
  state: TicketState
  states: readonly TicketState[]
  children: ReactNode
}) {
  if (states.length === 0) return null
  return (
    <div className="stack-small" data-states={states.join(' ')} hidden={!states.includes(state)}>
      {children}
    </div>
  )
}

function OneButton({
  path,
  then,
  said,
  hint,
  variant = 'secondary',
  children,
}: {
  path: string
  then: 'late' | 'leave' | 'back' | 'no-help'
  /** How often they have said that they are late, so that a form sent twice counts once. */
  said?: number
  hint?: string
  variant?: 'primary' | 'secondary'
  children: string
}) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="then" value={then} />
      {said === undefined ? null : <input type="hidden" name="said" value={said} />}
      <Button type="submit" variant={variant} aria-describedby={hint}>
        {children}
      </Button>
    </form>
  )
}
