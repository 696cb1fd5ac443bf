import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  title: string
  step?: { step: number; of: number }
  /** Where the person came from. */
  back?: string
  lead?: string
}

/** The beginning of a page in a journey: the way back, where one is, the question. */
export function StepHeading({ title, step, back, lead }: Props) {
  const { t } = useTexts()
  return (
    <div className="step-heading">
      {back ? (
        <Link href={back} className="back">
          {t('common:back')}
        </Link>
      ) : null}
      {step ? <p className="step">{t('common:step', step)}</p> : null}
      <Heading level={1} data-size="lg">
        {title}
      </Heading>
      {lead ? <Paragraph>{lead}</Paragraph> : null}
    </div>
  )
}
