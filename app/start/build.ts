import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Rollup } from 'vite'
import { buildNeedSearch } from '#app/domain/channels/search-needs.ts'
import { readCheckedGuide, readExampleSentences, readSearchWords } from '#db/seed/channels/read-guide.ts'
import { keepLearntNeeds } from './learnt-needs.ts'
import { TOP, packageScript, sourcesHash, stampBuild } from './runtime.js'

const ENHANCEMENTS = join(TOP, 'app', 'enhancements')

/** Where the browser finds the enhancements; hashed, so they may be cached for ever. */
const PUBLIC_FOLDER = 'enhancements'

/** The pages and the server bundle. */
function buildPages(): void {
  const { status } = spawnSync(
    process.execPath,
    [packageScript('@remix-run/dev', 'dist/cli.js'), 'vite:build'],
    {
      cwd: TOP,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * The browser code of the citizen pages, every file of app/enhancements on its own: a build apart from Remix's, because
 * those pages load nothing else (architecture.md §6). Writes which entry got which address.
 */
async function buildEnhancements(): Promise<void> {
  const entries = readdirSync(ENHANCEMENTS).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  const addresses: Record<string, string> = {}
  if (entries.length > 0) {
    const output = await build({
      configFile: false,
      root: TOP,
      publicDir: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: join('build', 'client', PUBLIC_FOLDER),
        target: 'es2020',
        minify: true,
        modulePreload: false,
        copyPublicDir: false,
        rollupOptions: {
          input: Object.fromEntries(entries.map((name) => [basename(name, '.ts'), join(ENHANCEMENTS, name)])),
          output: { format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    })
    for (const chunk of chunksOf(output)) {
      if (chunk.isEntry) addresses[chunk.name] = `/${PUBLIC_FOLDER}/${chunk.fileName}`
    }
  }
  mkdirSync(join(TOP, 'build'), { recursive: true })
  writeFileSync(join(TOP, 'build', 'enhancements.json'), `${JSON.stringify(addresses, null, 2)}\n`)
}

function chunksOf(output: Awaited<ReturnType<typeof build>>): Rollup.OutputChunk[] {
  const outputs = 'close' in output ? [] : [output].flat()
  return outputs.flatMap((one) => one.output).filter((file) => file.type === 'chunk')
}

// Taken first: a file that changes while we build must lead to another build.
const sources = sourcesHash()
process.env.NODE_ENV = 'production'
readCheckedGuide(new Date().toISOString().slice(0, 10))
const { learnt } = buildNeedSearch(readSearchWords(), readExampleSentences())
buildPages()
await buildEnhancements()
keepLearntNeeds(learnt)
stampBuild(sources)
