/** Services that anybody may see somebody use. What is not listed may be sensitive. */
const OPEN_SERVICES: readonly string[] = ['passport']

/**
 * Whether a message may say what an appointment is for, where it is and what to bring. Others may read a message: one
 * about a sensitive matter says only when, and has the link to the rest (security.md, threat 26).
 */
export function saysTopic(service: string): boolean {
  return OPEN_SERVICES.includes(service)
}
