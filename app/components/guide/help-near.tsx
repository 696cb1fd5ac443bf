import { Heading, List, Paragraph } from '@digdir/designsystemet-react'
import { CallText } from '#app/components/call-text.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { OutcomeWords } from './outcome-card.tsx'

type Props = NonNullable<OutcomeWords['help']> & {
  /** They cannot talk where they are. */
  isQuiet: boolean
}

/** Those near the place who help people that were harmed, and what we do not know of them. Nobody is told that somebody looked. */
export function HelpNear({ district, childrensHouse, isQuiet }: Props) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="help-near">
      <Heading level={2} data-size="sm" id="help-near">
        {t('guide:help.title')}
      </Heading>
      <List.Unordered>
        {district ? <List.Item>{t('guide:help.centre', { district })}</List.Item> : null}
        {childrensHouse ? <List.Item>{t('guide:help.childrensHouse', childrensHouse)}</List.Item> : null}
        <List.Item>{t('guide:help.others')}</List.Item>
      </List.Unordered>
      <Paragraph>{t('guide:help.unknown')}</Paragraph>
      <Paragraph>{isQuiet ? t('guide:help.quiet') : <CallText text={t('guide:help.call')} />}</Paragraph>
    </section>
  )
}
