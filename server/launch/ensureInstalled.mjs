import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root, runQuietly, since } from './run.mjs'

const lockPath = join(root, 'package-lock.json')
const installedPath = join(root, 'node_modules/.package-lock.json')
const stampPath = join(root, 'node_modules/.leitwand-lock')

const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Optional packages may be absent (other platforms), but not stale. */
function matchesLock() {
  if (!existsSync(installedPath)) return false
  const installed = packagesIn(installedPath)
  return Object.entries(packagesIn(lockPath)).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional)
  })
}

function npm(...args) {
  args.push('--include=dev', '--include=optional', '--no-audit', '--no-fund')
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  if (/npm-cli\.[cm]?js$/.test(cli)) return runQuietly(node, [cli, ...args])
  return runQuietly('npm', args, { shell: process.platform === 'win32' })
}

/** node_modules is what package-lock.json says; when the stamp fits, this costs one file hash. */
export async function ensureInstalled() {
  const stamp = createHash('sha256').update(readFileSync(lockPath)).digest('hex')
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return
  if (!matchesLock()) {
    console.log('Installing packages (once, about a minute) …')
    const startedAt = performance.now()
    let { code, output } = await npm('ci')
    // npm ci refuses a lock file when the registry lacks a platform's optional package (npm/cli #9846).
    if (code !== 0) ({ code, output } = await npm('install', '--no-save'))
    if (code !== 0) throw new Error(`${output}\nThe packages could not be installed; npm's words are above.`)
    console.log(`Packages installed in ${since(startedAt)}.`)
  }
  writeFileSync(stampPath, stamp)
}
