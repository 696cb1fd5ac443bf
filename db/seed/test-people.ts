import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { REACH_OF_ROLE, ROLES } from '#app/domain/identity/role.ts'

/** Those who may log in; the test provider says of each what is special. */
export const LOGIN_KEYS = [
  'adult',
  'parent',
  'sixteen',
  'protected',
  'parent-of-protected',
  'reserved',
  'no-contact',
  'old-contact',
] as const

const Person = z.strictObject({
  key: z.union([z.enum(LOGIN_KEYS), z.string().regex(/^child-/)]),
  /** Month + 80: no such number is anybody's (domain.md §6). */
  nationalNumber: z.string().regex(/^\d{2}[89]\d{8}$/),
  name: z.string().min(1),
  birthDate: z.iso.date(),
  email: z
    .string()
    .regex(/@example\.com$/)
    .nullable(),
  /** No Norwegian number begins with four zeros. */
  mobile: z
    .string()
    .regex(/^0000\d{4}$/)
    .nullable(),
  contactUpdated: z.iso.date().nullable(),
  isReserved: z.boolean(),
  language: z.enum(['nb', 'nn', 'en']).nullable(),
  address: z
    .strictObject({
      lines: z.array(z.string().min(1)).min(1),
      postalCode: z.string().regex(/^\d{4}$/),
      postalPlace: z.string().min(1),
    })
    .nullable(),
  isAddressProtected: z.boolean(),
  children: z.array(z.string()),
})

const Member = z
  .strictObject({
    subject: z.string().regex(/^[a-z-]+$/),
    name: z.string().min(1),
    role: z.enum(ROLES),
    unit: z.string(),
  })
  .refine(({ role, unit }) => (REACH_OF_ROLE[role] === 'country') === (unit === ''), {
    error: 'a role for the whole country has no unit, every other has one',
  })

const File = z.strictObject({ people: z.array(Person), staff: z.array(Member) })

export type TestPerson = z.infer<typeof Person>
export type TestStaff = z.infer<typeof Member>

/** The synthetic people of the demonstration: citizens, who is whose child, and staff with what they are. */
export function readTestPeople(): { people: TestPerson[]; staff: TestStaff[] } {
  return File.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'people', 'test-people.json'), 'utf8')))
}
