import { Heading } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What is done first stands out. */
  isFirst?: boolean
  children: ReactNode
}

/** A part of a page of content under its heading. */
export function Part({ title, isFirst = false, children }: Props) {
  return (
    <section className={isFirst ? 'card stack-small' : 'stack-small'}>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </section>
  )
}
