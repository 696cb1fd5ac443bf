import { Alert } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'

type Props = {
  color: 'info' | 'warning' | 'success' | 'danger'
  /** The notice is what the page is about now: it is read first, without script. */
  takesFocus?: boolean
  /** The notice is the answer to what was just done on a page that stays: it is read at once, and focus stays. */
  isAlert?: boolean
  children: ReactNode
}

/** Something the person has to know, as a part of the page. */
export function Notice({ color, takesFocus, isAlert, children }: Props) {
  return (
    <Alert
      data-color={color}
      className="notice"
      {...(isAlert ? { role: 'alert' } : {})}
      {...(takesFocus ? { tabIndex: -1, autoFocus: true, role: 'alert' } : {})}
    >
      {children}
    </Alert>
  )
}
