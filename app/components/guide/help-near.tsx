import { Heading, List } from '@digdir/designsystemet-react'
import { CallText } from '#app/components/call-text.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OutcomeWords } from './outcome-card.tsx'

/** Those near the place who help people that were harmed. Nobody is told that somebody looked. */
export function HelpNear({ district, childrensHouse }: NonNullable<OutcomeWords['help']>) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="help-near">
      <Heading level={2} data-size="sm" id="help-near">
        {t('guide:help.title')}
      </Heading>
      <List.Unordered>
        {district ? <List.Item>{t('guide:help.centre', { district })}</List.Item> : null}
        {childrensHouse ? <List.Item>{t('guide:help.childrensHouse', childrensHouse)}</List.Item> : null}
        <List.Item>
          <CallText text={t('guide:help.assaultCentre')} />
        </List.Item>
      </List.Unordered>
    </section>
  )
}
