import { useTexts } from '#app/components/use-texts.ts'
import type { PublishedRule } from '#app/domain/rules/published-rules.ts'
import { agesInWords, valueInWords } from '#app/i18n/rule-words.ts'

/** What the rules say today – fees, lengths –, for whom, and how sure it is where it is not documented. */
export function RuleFacts({ rules }: { rules: readonly PublishedRule[] }) {
  const { t, language } = useTexts()
  if (rules.length === 0) return null
  return (
    <ul className="rule-facts">
      {rules.map((rule) => {
        const { name, ages, value, confidence } = rule
        const what = t(`statements:data.what.${name}`)
        const words = ages.kind === 'all' ? what : `${what}, ${agesInWords(ages, t).toLowerCase()}`
        const isUnsure = value !== null && confidence !== 'documented'
        return (
          <li key={words}>
            <span>{words}: </span>
            <strong>{valueInWords(rule, language, t)}</strong>
            {isUnsure ? (
              <span className="hint"> ({t(`statements:data.confidence.${confidence}`).toLowerCase()})</span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
