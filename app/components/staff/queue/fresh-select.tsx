import { useContext, type SelectHTMLAttributes } from 'react'
import { Opening } from './opening.ts'

/** A list in a dialog that begins anew each time: what was chosen for one person is not proposed for the next. */
export function FreshSelect(props: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select key={useContext(Opening)} {...props} />
}
