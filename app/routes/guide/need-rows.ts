import type { NeedRow } from '#app/components/guide/need-list.tsx'
import type { NeedGroup, NeedId } from '#app/domain/channels/need.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { guideToday } from '#app/use-cases/guide.server.ts'

/** Needs as rows of a list: one that may stand in an address has one, the others are posted. */
export function needRows(
  language: Language,
  { needs }: ReturnType<typeof guideToday>,
  ids: readonly NeedId[],
): (NeedRow & { group: NeedGroup })[] {
  return ids.flatMap((id) => {
    const need = needs.get(id)
    if (!need) return []
    return { id, group: need.group, path: need.isSensitive ? null : `/${language}/guide/${id}` }
  })
}
