import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precompressed } from './scripts/precompressed.ts'

// `npm run dev` shows the pages beside a running marketplace.
const marketplace = process.env.MARKETPLACE_URL ?? 'http://localhost:8080'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const source = { find: /^@\//, replacement: file('./src/') }
// Asked by name, React Router gives everybody its development build.
const production = [
  {
    find: /^react-router\/dom$/,
    replacement: file('./node_modules/react-router/dist/production/dom-export.mjs'),
  },
  { find: /^react-router$/, replacement: file('./node_modules/react-router/dist/production/index.mjs') },
]

export default defineConfig(({ command }) => ({
  plugins: [react(), precompressed()],
  resolve: { alias: [source, ...(command === 'build' ? production : [])] },
  server: { proxy: { '/api': marketplace, '/docs': marketplace } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or fonts
    modulePreload: { polyfill: false },
    // what every page needs comes as one file, which packs better than nine and asks once
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'jsdom',
    setupFiles: 'src/testing/setup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    expect: { poll: { timeout: 5_000 } },
    testTimeout: 20_000, // axe and typing take their time on a busy machine
  },
}))
