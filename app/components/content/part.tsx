import { Heading } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

/** A part of a page of content under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack-small">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </section>
  )
}
