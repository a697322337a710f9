/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = at('.')

const project = (name: string, more: object) => ({
  extends: true as const,
  root,
  // What is polled is there at once or takes what a slow machine takes: the default is one second.
  test: { name, include: [`tests/${name}/**/*.test.ts`], expect: { poll: { timeout: 15_000 } }, ...more },
})

type Modules = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }

const entries = {
  ahead: at('client/ahead.ts'),
  look: at('client/pages/look/openLook.ts'),
  wallLook: at('client/pages/look/wallLook.ts'),
  listLook: at('client/pages/look/listLook.ts'),
  main: at('client/main.tsx'),
  join: at('client/pages/join.tsx'),
  joined: at('client/pages/JoinedPages.tsx'),
  today: at('client/pages/today.tsx'),
  group: at('client/pages/group.tsx'),
  plenum: at('client/pages/plenum.tsx'),
  wall: at('client/board/wall/BoardView.tsx'),
  list: at('client/board/list/ListView.tsx'),
}
type Entry = keyof typeof entries

/** Everything that a module imports at once, itself included. */
const reachOf = (start: string, modules: Modules): ReadonlySet<string> => {
  const seen = new Set<string>()
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) visit(next)
  }
  visit(start)
  return seen
}
const reaches = new Map<Entry, ReadonlySet<string>>()

/**
 * What several pages need goes into few chunks, in the order in which people come by: what is asked for ahead
 * of everything (it runs before the other scripts are there, so it is made of none of them), the first look at a board, the door, what all pages behind it
 * have, live documents, a group's board, notes and cards. Left alone there would be a hundred, each with a head of its
 * own and a request. Each takes along what it imports, so the first one in the order comes first.
 */
const sharedChunks = [
  'ahead',
  'look',
  'wallLook',
  'listLook',
  'door',
  'joined',
  'live',
  'board',
  'notes',
  'cards',
  'wall',
]

const chunkOf = (id: string, modules: Modules): string | null => {
  if (reaches.size === 0)
    for (const [entry, start] of Object.entries(entries)) reaches.set(entry as Entry, reachOf(start, modules))
  const by = (entry: Entry) => reaches.get(entry)?.has(id) ?? false
  if (by('ahead')) return 'ahead'
  const inLooks = (['look', 'wallLook', 'listLook'] as const).filter(by)
  // What the door needs, too, is small; the rest of the looks nobody fetches who joins.
  if (inLooks.length > 0 && (by('main') || by('join'))) return 'ahead'
  if (inLooks.length > 0) return inLooks.length > 1 ? 'look' : (inLooks[0] ?? null)
  if (Object.values(entries).includes(id)) return null
  if (by('main') || (by('join') && (by('joined') || by('today') || by('group') || by('plenum'))))
    return 'door'
  if (by('joined') || (by('today') && (by('group') || by('plenum')))) return 'joined'
  if (by('group')) return by('plenum') ? 'live' : 'board'
  if (by('wall') && by('list')) return by('plenum') ? 'notes' : 'cards'
  if (by('wall')) return 'wall'
  return null
}

export default defineConfig({
  root: process.env.VITEST ? root : at('client'),
  cacheDir: at('node_modules/.vite'),
  plugins: [react()],
  // Two copies of Yjs in one page do not know each other's types.
  resolve: {
    dedupe: ['yjs', 'lib0', 'y-protocols'],
    alias: { 'd3-color': at('client/board/wall/noColours.ts') },
  },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'baseline-widely-available',
    // The content security policy allows no inline scripts and no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: sharedChunks.map((name, at) => ({
            priority: sharedChunks.length - at,
            name: (id: string, modules: Modules) => (chunkOf(id, modules) === name ? name : null),
          })),
        },
      },
    },
  },
  // The development server hands out these folders only, not the data beside them.
  server: { fs: { allow: [at('client'), at('shared'), at('node_modules')] } },
  test: {
    projects: [
      project('unit', { testTimeout: 30_000 }),
      project('sync', { testTimeout: 120_000, hookTimeout: 60_000, sequence: { groupOrder: 1 } }),
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
