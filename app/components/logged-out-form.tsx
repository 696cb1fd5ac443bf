import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '#app/components/use-texts.ts'

type Props = { loginPath: string; fields: readonly { name: string; value: string }[] }

/** A form that came when its person had been logged out: nothing is lost, it is sent again after the login. */
export function LoggedOutForm({ loginPath, fields }: Props) {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  // Where it takes the place of a page that has script, focus was in a form that is no more.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="stack">
      <Heading level={1} data-size="lg" ref={heading} tabIndex={-1}>
        {t('login:form.title')}
      </Heading>
      <Paragraph>{t('login:form.body')}</Paragraph>
      <p>
        <a href={loginPath} target="_blank" rel="noreferrer">
          {t('login:form.first')}
        </a>
      </p>
      <form method="post" className="stack-small">
        {fields.map(({ name, value }, index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Paragraph>{t('login:form.second')}</Paragraph>
        <div className="actions">
          <Button type="submit">{t('login:form.send')}</Button>
        </div>
      </form>
    </div>
  )
}
