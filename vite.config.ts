import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

/** Packages that only export components: without this hint importing one pulls in all (architecture.md §6). */
const PURE = /node_modules[\\/]@(digdir[\\/]designsystemet-react|navikt[\\/]aksel-icons)[\\/]/

export default defineConfig({
  plugins: [remix(remixConfig)],
  css: { transformer: 'postcss' },
  build: {
    cssMinify: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => !PURE.test(id) },
    },
  },
  // One file instead of some hundred: the server starts most of a second sooner.
  ssr: { noExternal: [/^@digdir\/designsystemet/] },
  server: { hmr: { port: 24678 } },
})
