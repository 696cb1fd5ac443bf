// The table of architecture.md §1 as an ESLint rule: which room of the house may import from which.
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const TOP = fileURLToPath(new URL('../../', import.meta.url))

/**
 * What a room of the house may import.
 * `code`: folders and files whose everything may be imported.
 * `words`: those of which only types and constant lists (AGE_GROUPS) may be – the vocabulary, not the rules.
 * `packages`: the only packages, or all but some; `node:` stands for Node's own modules.
 * @typedef {{ code: string[], words?: string[], packages: { only: string[] } | { not: string[] } }} Room
 */

/** Ticks, zones and holidays: the units that everybody counts in. */
const UNITS = 'app/domain/time'

const DATABASE_PACKAGES = ['drizzle-orm', 'better-sqlite3', 'pg', 'pg-copy-streams']
const REACT = ['react', 'react-dom', 'i18next', 'react-i18next', '@remix-run', '@digdir', '@navikt']

/** @type {Room} */
const PAGES = {
  code: ['routes', 'use-cases', 'components', 'i18n', 'server', 'styles', 'root.tsx']
    .map((name) => `app/${name}`)
    .concat(UNITS),
  words: ['app/domain'],
  packages: { not: DATABASE_PACKAGES },
}

/** The longest name that fits a file is its room. @type {Record<string, Room>} */
export const ROOMS = {
  'app/domain': { code: ['app/domain'], packages: { only: [] } },
  db: { code: ['db', UNITS], words: ['app/domain'], packages: { only: [...DATABASE_PACKAGES, 'node:'] } },
  // Plans the demonstration's counters and hours by the rules of the domain, from files.
  'db/seed': {
    code: ['db', 'app/domain'],
    packages: { only: [...DATABASE_PACKAGES, 'node:', 'zod', 'csv-parse', 'date-holidays'] },
  },
  'app/use-cases': {
    code: [
      'app/use-cases',
      'app/domain',
      'app/server',
      'db/engine.ts',
      'db/errors.ts',
      'db/schema-state.ts',
      'db/queries',
    ],
    packages: { not: [...DATABASE_PACKAGES, ...REACT, 'express'] },
  },
  'app/server': {
    code: ['app/server', 'app/i18n', UNITS],
    words: ['app/domain'],
    packages: { not: DATABASE_PACKAGES },
  },
  'app/i18n': {
    code: ['app/i18n', 'app/server', 'locales', UNITS],
    words: ['app/domain'],
    packages: { not: DATABASE_PACKAGES },
  },
  'app/components': {
    code: ['app/components', 'app/i18n', UNITS],
    words: ['app/domain'],
    packages: { only: [...REACT, 'node:', 'zod'] },
  },
  // Also app/root.tsx, the entries and routes.ts.
  app: PAGES,
  // Tells the database that does not answer from a bug.
  'app/entry.server.tsx': { ...PAGES, code: [...PAGES.code, 'db/errors.ts'] },
  'app/enhancements': { code: ['app/enhancements'], packages: { only: [] } },
}

/** Stores that live in the database: sessions, rate limits, the outbox. */
const STORE = /^app\/server\/.*(session|rate-limit|outbox)[^/]*\.ts$/

/** What puts the house together may open every door. */
const OUTSIDE = /^app\/(start\/|[^/]+\.d\.ts$)/

/** @type {import('eslint').Rule.RuleModule} */
export const arrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      code: '{{room}} may not import {{target}} (architecture.md §1).',
      words: '{{room}} may import types and constants of {{target}}, but not {{name}} (architecture.md §1).',
      alias: 'Write #app/, #db/ or a relative path with its extension: Node knows no other alias.',
      barrel: 'Import from the file that has it: no barrels (house-style.md 4).',
    },
  },
  create(context) {
    const file = fromTop(context.filename)
    const [roomName, room] = roomOf(file)

    /** @param {import('estree').Node} node
     *  @param {unknown} specifier
     *  @param {string[]} values the names that are imported for more than their type; '*' for everything */
    function check(node, specifier, values) {
      if (typeof specifier !== 'string') return
      if (specifier.startsWith('~')) return context.report({ node, messageId: 'alias' })
      if (!room) return
      const target = targetOf(file, specifier)
      if (target === null) {
        if (!isPackageAllowed(room.packages, specifier)) {
          context.report({ node, messageId: 'code', data: { room: roomName, target: specifier } })
        }
        return
      }
      if (isIn(target, room.code) || (STORE.test(file) && isIn(target, ['db']))) return
      if (!isIn(target, room.words ?? [])) {
        return context.report({ node, messageId: 'code', data: { room: roomName, target } })
      }
      const name = values.find((value) => !/^[A-Z][A-Z0-9_]*$/.test(value))
      if (name) context.report({ node, messageId: 'words', data: { room: roomName, target, name } })
    }

    return {
      ImportDeclaration(node) {
        check(node, node.source.value, valuesOf(node))
      },
      ImportExpression(node) {
        if (node.source.type === 'Literal') check(node, node.source.value, ['*'])
      },
      ExportNamedDeclaration(node) {
        if (node.source) context.report({ node, messageId: 'barrel' })
      },
      ExportAllDeclaration(node) {
        context.report({ node, messageId: 'barrel' })
      },
    }
  },
}

/**
 * The names that exist at run time; `import type` and `import { type X }` bring none.
 * @param {import('estree').ImportDeclaration & { importKind?: string }} node
 */
function valuesOf(node) {
  if (node.importKind === 'type') return []
  /** @type {(import('estree').ImportDeclaration['specifiers'][number] & { importKind?: string })[]} */
  const specifiers = node.specifiers
  if (specifiers.length === 0) return ['*']
  return specifiers
    .filter((specifier) => specifier.importKind !== 'type')
    .map((specifier) =>
      specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
        ? specifier.imported.name
        : '*',
    )
}

/** @param {string} path */
function fromTop(path) {
  return relative(TOP, path).split(sep).join('/')
}

/** @param {string} file
 *  @returns {[string, Room] | [string, undefined]} */
function roomOf(file) {
  if (OUTSIDE.test(file)) return ['', undefined]
  const names = Object.keys(ROOMS).filter((name) => isIn(file, [name]))
  const name = names.sort((a, b) => b.length - a.length)[0]
  return name === undefined ? ['', undefined] : [name, ROOMS[name]]
}

/**
 * What an import names: a path from the top of the project, or null for a package.
 * @param {string} file
 * @param {string} specifier
 */
function targetOf(file, specifier) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return fromTop(join(TOP, dirname(file), specifier))
  return null
}

/** @param {string} path
 *  @param {string[]} places */
function isIn(path, places) {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}

/** @param {Room['packages']} packages
 *  @param {string} specifier */
function isPackageAllowed(packages, specifier) {
  const isNamed = (/** @type {string} */ name) =>
    name === 'node:' ? specifier.startsWith(name) : isIn(specifier, [name])
  return 'only' in packages ? packages.only.some(isNamed) : !packages.not.some(isNamed)
}
