import { Button } from '@digdir/designsystemet-react'
import { Form } from '@remix-run/react'
import { ChoiceGroup } from '#app/components/form/choice-group.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { PlaceField } from '#app/components/form/place-field.tsx'
import { PositionButton } from '#app/components/form/position-button.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { OFFICE_SERVICES, type OfficeService } from '#app/domain/offices/place-rules.ts'

type Props = {
  place: string
  error: FormError | undefined
  service: OfficeService | null
  openNow: boolean
  action: string
  /** The page of what is near a position, up to its numbers. */
  positionPath: string
}

/** Where one searches from, and for what. */
export function OfficeSearchForm({ place, error, service, openNow, action, positionPath }: Props) {
  const { t } = useTexts()
  return (
    <Form method="post" action={action} noValidate className="stack">
      <PlaceField label={t('offices:find.place')} value={place} error={error} />
      <ChoiceGroup
        type="radio"
        name="service"
        legend={t('offices:find.service')}
        choices={[
          { value: '', label: t('offices:service.any') },
          ...OFFICE_SERVICES.map((value) => ({ value, label: t(`offices:service.${value}`) })),
        ]}
        chosen={[service ?? '']}
      />
      <ChoiceGroup
        type="checkbox"
        name="open"
        legend={t('offices:find.when')}
        choices={[{ value: 'now', label: t('offices:find.openNow') }]}
        chosen={openNow ? ['now'] : []}
      />
      <div className="actions">
        <Button type="submit">{t('offices:find.submit')}</Button>
        <PositionButton path={positionPath} />
      </div>
      <p id="position-status" role="status" className="status" />
    </Form>
  )
}
