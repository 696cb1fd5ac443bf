import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { TOP } from '#app/start/runtime.js'

// The snippets are no files, so the rules that ask the type checker are left out.
const eslint = new ESLint({
  cwd: TOP,
  overrideConfig: {
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  },
})

/** The names of the rules that a file with this code would break. */
async function brokenRules(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(TOP, file) })
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? []
}

const ARROW = 'portal/arrows'

/** Who, what it imports, whether it may. Every cell of the table in architecture.md §1. */
const IMPORTS: [file: string, statement: string, mayImport: boolean][] = [
  ['app/domain/queue/next.ts', "import { overlaps } from '../time/interval.ts'", true],
  ['app/domain/queue/next.ts', "import { overlaps } from '#app/domain/time/interval.ts'", true],
  ['app/domain/queue/next.ts', "import { useState } from 'react'", false],
  ['app/domain/queue/next.ts', "import { json } from '@remix-run/node'", false],
  ['app/domain/queue/next.ts', "import { openEngine } from '#db/engine.ts'", false],
  ['app/domain/queue/next.ts', "import type { Engine } from '#db/engine.ts'", false],
  ['app/domain/queue/next.ts', "import type { Engine } from '../../../db/engine.ts'", false],
  ['app/domain/queue/next.ts', "import { readFileSync } from 'node:fs'", false],
  ['app/domain/queue/next.ts', "import { z } from 'zod'", false],
  ['app/domain/queue/next.ts', "const engine = await import('#db/engine.ts')", false],

  ['db/queries/tickets.ts', "import { eq } from 'drizzle-orm'", true],
  ['db/backup/a.ts', "import { to } from 'pg-copy-streams'", true],
  ['app/use-cases/call-next.server.ts', "import { to } from 'pg-copy-streams'", false],
  ['db/queries/tickets.ts', "import type { Person } from '#app/domain/passport/person.ts'", true],
  ['db/queries/tickets.ts', "import { type Person, NEEDS } from '#app/domain/passport/person.ts'", true],
  ['db/queries/tickets.ts', "import { agesOf } from '#app/domain/passport/person.ts'", false],
  ['db/queries/tickets.ts', "import { callNext } from '#app/use-cases/call-next.server.ts'", false],
  ['db/queries/tickets.ts', "import type { Route } from '#app/routes/queue/page.tsx'", false],
  ['db/queries/tickets.ts', "import { useState } from 'react'", false],
  ['db/seed/plan/hours.ts', "import { agesOf } from '#app/domain/passport/person.ts'", true],
  ['db/seed/plan/hours.ts', "import { callNext } from '#app/use-cases/call-next.server.ts'", false],

  ['app/use-cases/call-next.server.ts', "import { agesOf } from '#app/domain/passport/person.ts'", true],
  ['app/use-cases/call-next.server.ts', "import type { Engine } from '#db/engine.ts'", true],
  ['app/use-cases/call-next.server.ts', "import { openTickets } from '#db/queries/tickets.ts'", true],
  ['app/use-cases/call-next.server.ts', "import type { Clock } from '#app/server/clock.ts'", true],
  ['app/use-cases/call-next.server.ts', "import { eq } from 'drizzle-orm'", false],
  ['app/use-cases/call-next.server.ts', "import Database from 'better-sqlite3'", false],
  ['app/use-cases/call-next.server.ts', "import { defineTables } from '#db/tables.ts'", false],
  ['app/use-cases/call-next.server.ts', "import { cache } from 'react'", false],
  ['app/use-cases/call-next.server.ts', "import { redirect } from '@remix-run/node'", false],
  ['app/use-cases/call-next.server.ts', "import { translator } from '#app/i18n/i18n.ts'", false],
  ['app/use-cases/call-next.server.ts', "import { Field } from '#app/components/form/field.tsx'", false],
  ['app/use-cases/call-next.server.ts', "import { loader } from '#app/routes/queue/page.tsx'", false],

  ['app/server/clock.ts', "import { isLanguage } from '#app/i18n/languages.ts'", true],
  ['app/server/clock.ts', "import type { Person } from '#app/domain/passport/person.ts'", true],
  ['app/server/clock.ts', "import { agesOf } from '#app/domain/passport/person.ts'", false],
  ['app/server/clock.ts', "import { openEngine } from '#db/engine.ts'", false],
  ['app/server/clock.ts', "import { callNext } from '#app/use-cases/call-next.server.ts'", false],
  ['app/server/session-store.ts', "import type { Engine } from '#db/engine.ts'", true],
  ['app/server/rate-limit-store.ts', "import type { Engine } from '#db/engine.ts'", true],
  ['app/server/outbox-store.ts', "import type { Engine } from '#db/engine.ts'", true],
  ['app/i18n/format.ts', "import { readSettings } from '#app/server/settings.ts'", true],
  ['app/i18n/format.ts', "import { tickToInstant } from '#app/domain/time/tick.ts'", true],
  ['app/i18n/format.ts', "import { agesOf } from '#app/domain/passport/person.ts'", false],
  ['app/i18n/format.ts', "import { openEngine } from '#db/engine.ts'", false],

  ['app/components/slot.tsx', "import { Button } from '@digdir/designsystemet-react'", true],
  ['app/components/slot.tsx', "import { formatTime } from '#app/i18n/format.ts'", true],
  ['app/components/slot.tsx', "import type { Person } from '#app/domain/passport/person.ts'", true],
  ['app/components/slot.tsx', "import { agesOf } from '#app/domain/passport/person.ts'", false],
  ['app/components/slot.tsx', "import { callNext } from '#app/use-cases/call-next.server.ts'", false],
  ['app/components/slot.tsx', "import type { Engine } from '#db/engine.ts'", false],
  ['app/components/slot.tsx', "import { readSettings } from '#app/server/settings.ts'", false],
  ['app/components/slot.tsx', "import { loader } from '#app/routes/queue/page.tsx'", false],
  ['app/components/form/field.tsx', "import { readSettings } from '../../server/settings.ts'", false],

  ['app/routes/queue/page.tsx', "import { callNext } from '#app/use-cases/call-next.server.ts'", true],
  ['app/routes/queue/page.tsx', "import { Slot } from '#app/components/slot.tsx'", true],
  ['app/routes/queue/page.tsx', "import { formatTime } from '#app/i18n/format.ts'", true],
  ['app/routes/queue/page.tsx', "import type { Clock } from '#app/server/clock.ts'", true],
  ['app/routes/queue/page.tsx', "import { NEEDS, type Need } from '#app/domain/passport/person.ts'", true],
  ['app/routes/queue/page.tsx', "import { agesOf } from '#app/domain/passport/person.ts'", false],
  ['app/routes/queue/page.tsx', "import { openTickets } from '#db/queries/tickets.ts'", false],
  ['app/routes/queue/page.tsx', "import type { Engine } from '#db/engine.ts'", false],
  ['app/routes/queue/page.tsx', "import { eq } from 'drizzle-orm'", false],
  ['app/root.tsx', "import type { Engine } from '#db/engine.ts'", false],

  ['app/enhancements/countdown.ts', "import { tick } from './parts/tick.ts'", true],
  ['app/enhancements/countdown.ts', "import { useState } from 'react'", false],
  ['app/enhancements/countdown.ts', "import { formatTime } from '#app/i18n/format.ts'", false],

  ['app/start/prepare.ts', "import { openEngine } from '#db/engine.ts'", true],
  ['tests/support/builders.ts', "import { openEngine } from '#db/engine.ts'", true],
]

describe('The arrows of the house', () => {
  for (const [file, statement, mayImport] of IMPORTS) {
    test(`${file} ${mayImport ? 'may' : 'may not'}: ${statement}`, async () => {
      assert.equal((await brokenRules(file, statement)).includes(ARROW), !mayImport)
    })
  }

  test('no file re-exports another one', async () => {
    assert.ok((await brokenRules('app/domain/index.ts', "export * from './queue/next.ts'")).includes(ARROW))
    assert.ok((await brokenRules('db/index.ts', "export { openEngine } from './engine.ts'")).includes(ARROW))
  })

  test('no file uses the alias that only bundlers know', async () => {
    assert.ok((await brokenRules('server.ts', "import { a } from '~/domain/a'")).includes(ARROW))
  })
})

/** Where, what, and the rule that forbids it; null for what is allowed. */
const CODE: [what: string, file: string, code: string, rule: string | null][] = [
  [
    'a rule does not look at the clock',
    'app/domain/a.ts',
    'export const now = Temporal.Now.instant()',
    'no-restricted-properties',
  ],
  ['a rule does not use Date', 'app/domain/a.ts', 'export const now = new Date()', 'no-restricted-globals'],
  [
    'a rule does not throw dice',
    'app/domain/a.ts',
    'export const dice = Math.random()',
    'no-restricted-properties',
  ],
  [
    'a rule does not read settings',
    'app/domain/a.ts',
    'export const port = process.env.PORT',
    'no-restricted-globals',
  ],
  ['a rule takes the time', 'app/domain/a.ts', 'export const dayOf = (now: Temporal.Instant) => now', null],
  [
    'a use case knows no request',
    'app/use-cases/a.server.ts',
    'export const url = (request: Request) => request',
    '@typescript-eslint/no-restricted-types',
  ],
  [
    'a use case does not look at the clock',
    'app/use-cases/a.server.ts',
    'export const now = Temporal.Now.instant()',
    'no-restricted-properties',
  ],
  ['a route knows the request', 'app/routes/a.tsx', 'export const url = (request: Request) => request', null],
  [
    'drizzle does not open transactions',
    'db/queries/a.ts',
    'export const a = (db) => db.transaction(() => {})',
    'no-restricted-syntax',
  ],
  [
    'the engine opens transactions',
    'db/engine-postgres.ts',
    'export const a = (db) => db.transaction(() => {})',
    null,
  ],
  [
    'a module has no default export',
    'app/domain/a.ts',
    'export default function a() {}',
    'no-restricted-exports',
  ],
  [
    'a module has no default export by another name',
    'app/domain/a.ts',
    'const a = 1\nexport { a as default }',
    'no-restricted-exports',
  ],
  [
    'a route has a default export',
    'app/routes/a.tsx',
    'export default function Page() { return null }',
    null,
  ],
  [
    'types are not asserted',
    'app/domain/a.ts',
    'export const a = {} as string',
    '@typescript-eslint/consistent-type-assertions',
  ],
  ['constants are asserted', 'app/domain/a.ts', 'export const a = { ok: false } as const', null],
  ['nothing is any', 'app/domain/a.ts', 'export const a: any = 1', '@typescript-eslint/no-explicit-any'],
  [
    'nothing is asserted to be there',
    'app/domain/a.ts',
    'export const a = (b?: string) => b!.length',
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'no text stands in a page',
    'app/routes/a.tsx',
    'export const Page = () => <p>Velg en dag</p>',
    'i18next/no-literal-string',
  ],
  [
    'no text stands in an expression',
    'app/routes/a.tsx',
    "export const Page = ({ many }) => <p>{many ? 'dager' : 'dag'}</p>",
    'i18next/no-literal-string',
  ],
  [
    'no text stands in a template',
    'app/components/a.tsx',
    'export const Page = ({ days }) => <p>{`${days} dager igjen`}</p>',
    'i18next/no-literal-string',
  ],
  [
    'no text stands in a label',
    'app/components/a.tsx',
    "export const Page = () => <nav aria-label='Hovedmeny' />",
    'i18next/no-literal-string',
  ],
  [
    'no text stands in the shell',
    'app/root.tsx',
    'export const Page = () => <p>Velg en dag</p>',
    'i18next/no-literal-string',
  ],
  [
    'no text stands in a title',
    'app/routes/a.tsx',
    "export const meta = () => [{ title: 'Velg en dag' }]",
    'no-restricted-syntax',
  ],
  ['a key is no title', 'app/routes/a.tsx', "export const handle = { title: 'passport:day.title' }", null],
  [
    'a key is no text',
    'app/routes/a.tsx',
    "export const Page = ({ t }) => <p className='wide' id='day'>{t('passport:day.title')}</p>",
    null,
  ],
  [
    'a class made of parts is no text',
    'app/components/a.tsx',
    'export const Page = ({ size }) => <p className={`tag tag-${size}`} />',
    null,
  ],
]

describe('The habits that the linter keeps', () => {
  for (const [what, file, code, rule] of CODE) {
    test(what, async () => {
      const broken = await brokenRules(file, code)
      if (rule) assert.ok(broken.includes(rule), `expected ${rule}, got ${broken.join(', ') || 'nothing'}`)
      else assert.deepEqual(broken, [])
    })
  }
})
