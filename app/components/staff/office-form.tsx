import { Button } from '@digdir/designsystemet-react'
import { SelectField } from '#app/components/form/select-field.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  offices: readonly { value: string; label: string }[]
  officeId: string
  /** They manage offices without counters too, which are not in the list. */
  hasOthers: boolean
}

/** Whose queue is looked at; nothing where there is no choice. */
export function OfficeForm({ offices, officeId, hasOthers }: Props) {
  const { t } = useTexts()
  if (offices.length < 2) return null
  return (
    <form className="stack-small">
      <SelectField
        id="office"
        label={t('queue-office:overview.office')}
        hint={hasOthers ? t('queue-office:overview.onlyCounters') : undefined}
        choices={offices}
        value={officeId}
      />
      <div className="actions">
        <Button type="submit" variant="secondary">
          {t('queue-office:overview.show')}
        </Button>
      </div>
    </form>
  )
}
