import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { OUTCOMES, PARK_REASONS, QUEUE_SERVICES, type QueueService } from '#app/domain/queue/ticket.ts'
import { ActForm } from './act-form.tsx'
import { Choices } from './choices.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import { FreshSelect } from './fresh-select.tsx'
import type { DeskData, HereData } from './desk-data.ts'

const PARK_MINUTES = [5, 10, 15, 20, 30, 60]

type Props = { here: HereData | null }

/** How the visit ended. */
export function FinishDialog({ here }: Props) {
  const { t } = useTexts()
  return (
    <DeskDialog
      id="finish"
      shortcut="f"
      isOff={!here}
      title={t('staff-queue:finish.title', { label: here?.label ?? '' })}
      button={t('staff-queue:finish.button')}
    >
      <ActForm command="finish">
        <Choices
          name="outcome"
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`queue:outcome.${outcome}`) }))}
        />
      </ActForm>
    </DeskDialog>
  )
}

/** Why somebody waits who has been at the counter, and for how long. */
export function ParkDialog({ here, parkMinutes }: Props & { parkMinutes: number }) {
  const { t } = useTexts()
  const lengths = [...new Set([...PARK_MINUTES, parkMinutes])].sort((a, b) => a - b)
  return (
    <DeskDialog
      id="park"
      shortcut="p"
      isOff={!here}
      title={t('staff-queue:park.title', { label: here?.label ?? '' })}
      button={t('staff-queue:park.button')}
    >
      <ActForm command="park" className="stack-small">
        <div className="ds-field field">
          <label className="ds-label" htmlFor="park-minutes">
            {t('staff-queue:park.minutes')}
          </label>
          <FreshSelect className="ds-input short" id="park-minutes" name="minutes" defaultValue={parkMinutes}>
            {lengths.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('common:minutes', { count: minutes })}
              </option>
            ))}
            <option value="">{t('staff-queue:park.byHand')}</option>
          </FreshSelect>
        </div>
        <Choices
          name="reason"
          choices={PARK_REASONS.map((reason) => ({ value: reason, label: t(`queue:park.${reason}`) }))}
        />
      </ActForm>
    </DeskDialog>
  )
}

/** How many get a ticket of their own. */
export function SplitDialog({ here }: Props) {
  const { t } = useTexts()
  const most = (here?.people ?? 1) - 1
  return (
    <DeskDialog
      id="split"
      shortcut="d"
      isOff={most < 1}
      title={t('staff-queue:split.title', { label: here?.label ?? '' })}
      button={t('staff-queue:split.button')}
    >
      <ActForm command="split">
        <p className="hint">{t('staff-queue:split.hint')}</p>
        <Choices
          name="people"
          choices={Array.from({ length: Math.max(0, most) }, (_, index) => ({
            value: String(index + 1),
            label: t('staff-queue:people', { count: index + 1 }),
          }))}
        />
      </ActForm>
    </DeskDialog>
  )
}

/** What else they are here for. */
export function AddServiceDialog({ here }: Props) {
  const { t } = useTexts()
  const has = (service: QueueService) =>
    here !== null && [here.service, ...here.alsoServices].includes(service)
  return (
    <DeskDialog
      id="add-service"
      shortcut="l"
      isOff={!here}
      title={t('staff-queue:add.title', { label: here?.label ?? '' })}
      button={t('staff-queue:add.button')}
    >
      <ActForm command="add-service">
        <Choices
          name="service"
          choices={QUEUE_SERVICES.filter((service) => !has(service)).map((service) => ({
            value: service,
            label: t(`queue:service.${service}`),
          }))}
        />
      </ActForm>
    </DeskDialog>
  )
}

/** Where they go on whose visit has just ended without solving it. */
export function OnwardsLink({ onwards }: Pick<DeskData, 'onwards'>) {
  const { t } = useTexts()
  if (onwards === null) return null
  return (
    <Link href={onwards.href} hrefLang={onwards.language} target="_blank" rel="noopener">
      {t(`staff-queue:onwards.${onwards.kind}`, { label: onwards.label })}
    </Link>
  )
}

/** The tickets of those who were parted from a family, to be printed: nobody else tells them their number. */
export function PartedLinks({ parted }: Pick<HereData, 'parted'>) {
  const { t } = useTexts()
  return parted.map(({ id, label, href }) => (
    <Link key={id} href={href} target="_blank" rel="noopener">
      {t('staff-queue:parted', { label })}
    </Link>
  ))
}
