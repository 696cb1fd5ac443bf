import type { Done } from '#app/domain/queue/last-action.ts'
import type { Translate } from '#app/i18n/i18n.ts'

/** "A12 er ferdig, A13 er kalt". */
export function doneWords({ kind, labels }: Done, t: Translate): string {
  const [label = '', other = ''] = labels
  return t(`staff-queue:done.${kind}`, { label, other })
}
