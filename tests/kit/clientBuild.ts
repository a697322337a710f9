import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const house = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['client', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json']
const builtTo = 'dist/client'
const manifest = '.vite/manifest.json'

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const newestIn = (path: string): number =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
    : changedAt(path)

/** Whether the client in dist was built after the last change of what it is made of. */
const isCurrent = (root: string): boolean =>
  changedAt(join(root, builtTo, manifest)) > Math.max(...sources.map((path) => newestIn(join(root, path))))

const build = (root: string, ...args: string[]): void => {
  // Vite's configuration has another root while Vitest runs.
  const { VITEST: _, ...env } = process.env
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', ...args],
    { cwd: root, encoding: 'utf8', env: { ...env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`The client could not be built.\n${stdout}${stderr}`)
}

/** Builds the client of a checkout when its sources have changed since. */
export const ensureClientBuild = (root: string, say: (line: string) => void): void => {
  if (isCurrent(root)) return
  say('  Building the client …')
  build(root)
}

export type ClientBuild = { readonly folder: string; readonly remove: () => void }

/** A build of this very client: the one in dist, or one made for the moment, so that dist stays what it is. */
export const clientBuild = (): ClientBuild => {
  if (isCurrent(house)) return { folder: join(house, builtTo), remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'leitwand-client-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    build(house, '--outDir', folder, '--emptyOutDir')
  } catch (fault) {
    remove()
    throw fault
  }
  return { folder, remove }
}
