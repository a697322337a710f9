/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = at('.')

const project = (name: string, more: object) => ({
  extends: true as const,
  root,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...more },
})

export default defineConfig({
  root: process.env.VITEST ? root : at('client'),
  cacheDir: at('node_modules/.vite'),
  plugins: [react()],
  // Two copies of Yjs in one page do not know each other's types.
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    // The content security policy allows no inline scripts and no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The development server hands out these folders only, not the data beside them.
  server: { fs: { allow: [at('client'), at('shared'), at('node_modules')] } },
  test: {
    projects: [
      project('unit', {}),
      project('sync', { testTimeout: 30_000, sequence: { groupOrder: 1 } }),
      // A browser and a server fill two cores: one story after the other.
      project('e2e', {
        testTimeout: 90_000,
        hookTimeout: 90_000,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
})
