import { z } from 'zod'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'

/** What stands between us and the national registers of people and of contact data. */
export type PopulationRegister = {
  /** What they know of a person; null when they don't know the number, or do not answer: a booking needs neither. */
  personOf(nationalNumber: string): Promise<RegisterPerson | null>
}

const NationalNumber = z.string().regex(/^\d{11}$/)
const Name = z.string().min(1).max(200)

const Child = z.object({
  nationalNumber: NationalNumber,
  name: Name,
  birthDate: z.iso.date(),
  isAddressProtected: z.boolean(),
})

const Person = z.object({
  nationalNumber: NationalNumber,
  name: Name,
  birthDate: z.iso.date(),
  email: z.string().max(320).nullable(),
  mobile: z.string().max(20).nullable(),
  contactUpdated: z.iso.date().nullable(),
  isReserved: z.boolean(),
  language: z.enum(['nb', 'nn', 'en']).nullable(),
  address: z
    .object({
      lines: z.array(z.string().max(100)).min(1).max(5),
      postalCode: z.string().regex(/^\d{4}$/),
      postalPlace: z.string().max(100),
    })
    .nullable(),
  isAddressProtected: z.boolean(),
  children: z.array(Child).max(50),
}) satisfies z.ZodType<RegisterPerson>

const ANSWER_MILLISECONDS = 3_000
const KEPT_MILLISECONDS = 60_000
const MOST_KEPT = 1_000

/** After it did not answer it is left alone so long: else each page of somebody who is logged in would wait for it. */
const PAUSE_MILLISECONDS = 15_000

/**
 * The registers behind one address: `POST {nationalNumber}` as JSON answers what `Person` describes, 404 for a number
 * that it doesn't know. An answer is kept for a minute: every page of somebody who is logged in may ask. While it is
 * away what it said last counts.
 */
export function createPopulationRegister(
  address: string | null,
  onFailure: (error: unknown) => void,
): PopulationRegister {
  const kept = new Map<string, { person: RegisterPerson | null; at: number }>()
  let pausedUntil = -Infinity

  async function ask(url: string, nationalNumber: string): Promise<RegisterPerson | null> {
    const answer = await fetch(url, {
      method: 'POST',
      // It would carry the number on to wherever it points.
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ nationalNumber }),
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`The register answered ${answer.status}`)
    return Person.parse(await answer.json())
  }

  return {
    async personOf(nationalNumber) {
      const known = kept.get(nationalNumber)
      if (known && performance.now() - known.at < KEPT_MILLISECONDS) return known.person
      if (address === null) return null
      if (performance.now() < pausedUntil) return known?.person ?? null
      try {
        const person = await ask(address, nationalNumber)
        kept.delete(nationalNumber)
        kept.set(nationalNumber, { person, at: performance.now() })
        const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined
        if (oldest !== undefined) kept.delete(oldest)
        return person
      } catch (error) {
        onFailure(error)
        // What it says of one person may be wrong; only a register that is away is away for all.
        if (!(error instanceof z.ZodError)) pausedUntil = performance.now() + PAUSE_MILLISECONDS
        return known?.person ?? null
      }
    },
  }
}
