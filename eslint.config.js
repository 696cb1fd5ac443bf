import i18next from 'eslint-plugin-i18next'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { arrows } from './tests/lint/arrows.js'

/** Attributes that people read or hear. */
const SPOKEN_ATTRIBUTES = [
  '^aria-(label|description|roledescription|valuetext|placeholder)$',
  '^(alt|title|placeholder|label|legend|summary|content|heading|description|hint|text|error)$',
]

const NO_DRIZZLE_TRANSACTION = {
  selector: 'CallExpression[callee.property.name="transaction"]',
  message: 'On SQLite it throws and still leaves the rows: use engine.write (architecture.md §3).',
}

const NO_TITLE_IN_CODE = {
  // "passport:who.title" is a key.
  selector:
    'Property[key.name="title"] > :matches(Literal:not([value=/^[\\w-]+:[\\w.-]+$/]), TemplateLiteral)',
  message: 'A page title is a text: take it from locales/ (house-style.md 16).',
}

const HTTP = ['Request', 'Response', 'FormData', 'Headers']
const HTTP_STAYS_OUT =
  'HTTP stays in the route; a use case takes and gives domain types (architecture.md §1).'

/** Rules of the domain get the time and chance as arguments, and know nothing of the world. */
const WORLD = [
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'console',
  'globalThis',
]

// The plugin's own type is that of an older ESLint; its two rules that we use are as ever.
const HOOKS = {
  'rules-of-hooks': reactHooks.rules['rules-of-hooks'],
  'exhaustive-deps': reactHooks.rules['exhaustive-deps'],
}

export default defineConfig(
  globalIgnores([
    'build',
    'data',
    'public',
    'test-results',
    'playwright-report',
    'db/migrations',
    'tests/screen-reader/example',
  ]),
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { '@typescript-eslint': tseslint.plugin, portal: { rules: { arrows } } },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'portal/arrows': 'error',
      'no-restricted-syntax': ['error', NO_DRIZZLE_TRANSACTION],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-unmodified-loop-condition': 'error',
    },
  },
  {
    files: ['app/domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'Date',
          message: 'Use Temporal, with the zone named; the time is an argument (house-style.md 6, 7).',
        },
        ...WORLD.map((name) => ({ name, message: 'A rule gets it as an argument (house-style.md 6).' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is an argument (house-style.md 6).' },
        { object: 'Temporal', property: 'Now', message: 'The time is an argument (house-style.md 6).' },
      ],
    },
  },
  {
    files: ['app/use-cases/**'],
    rules: {
      '@typescript-eslint/no-restricted-types': [
        'error',
        { types: Object.fromEntries(HTTP.map((name) => [name, HTTP_STAYS_OUT])) },
      ],
      'no-restricted-globals': [
        'error',
        ...HTTP.map((name) => ({ name, message: HTTP_STAYS_OUT })),
        { name: 'process', message: 'Settings are read once, in app/server/settings.ts.' },
        { name: 'Date', message: 'The clock is an argument (house-style.md 6).' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is an argument (house-style.md 6).' },
        { object: 'Temporal', property: 'Now', message: 'The clock is an argument (house-style.md 6).' },
      ],
    },
  },
  {
    files: ['app/{routes,components}/**/*.tsx', 'app/root.tsx'],
    plugins: { i18next, 'react-hooks': { rules: HOOKS } },
    rules: {
      'i18next/no-literal-string': [
        'error',
        {
          mode: 'jsx-only',
          message: 'Texts stand in locales/ (house-style.md 16)',
          'jsx-attributes': { include: SPOKEN_ATTRIBUTES },
          'should-validate-template': true,
        },
      ],
      'no-restricted-syntax': ['error', NO_DRIZZLE_TRANSACTION, NO_TITLE_IN_CODE],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Remix takes a thrown response for an answer.
    files: ['app/routes/**', 'app/root.tsx', 'app/entry.server.tsx'],
    rules: { '@typescript-eslint/only-throw-error': 'off' },
  },
  {
    // Remix and the tools take what they need from a default export.
    files: [
      'app/routes/**',
      'app/routes.ts',
      'app/root.tsx',
      'app/entry.*.tsx',
      '*.config.{js,ts}',
      'tests/support/*.setup.ts',
      'tests/support/summary-reporter.js',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // Where two dialects and two drivers are made one (docs/decisions/003).
    files: ['db/dialect-postgres.ts', 'db/engine-*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    // node:test waits for its tests by itself.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite'] },
          ],
        },
      ],
    },
  },
)
