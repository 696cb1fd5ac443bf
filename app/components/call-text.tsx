import { phoneParts } from '#app/i18n/phone-parts.ts'

/** A text in which the numbers of the police can be pressed: nobody in danger should have to type one. */
export function CallText({ text }: { text: string }) {
  return phoneParts(text).map(({ text, href }, index) =>
    href === null ? (
      text
    ) : (
      <a key={index} className="ds-link" href={href}>
        {text}
      </a>
    ),
  )
}
