import type { ReactNode } from 'react'

export type FactRow = {
  name: string
  value: ReactNode
  /** A link at the end of the row, "Endre tid". */
  change?: { href: string; text: string }
}

/** Names and values, one under the other on a phone, side by side where there is room. */
export function FactList({ facts }: { facts: readonly FactRow[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, change }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change ? (
            <dd className="change">
              <a className="ds-link" href={change.href}>
                {change.text}
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
