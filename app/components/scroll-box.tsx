import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it is scrolled by itself, with the keyboard too, and its words stay whole. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-box" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
