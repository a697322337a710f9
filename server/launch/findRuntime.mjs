import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './run.mjs'

const oldest = 24
const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0)

/** The runtimes that package.json brings along; npm installs the one for this platform. */
function broughtAlong() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  return Object.keys(optionalDependencies)
    .filter((name) => name.startsWith('node-'))
    .map((name) => join(root, 'node_modules', name, file))
    .filter((path) => existsSync(path))
}

function runs(path) {
  if (realpathSync(path) === realpathSync(process.execPath)) return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return status === 0 && majorOf(stdout) >= oldest
}

export function findRuntime() {
  const candidates = broughtAlong()
  const found = candidates.find(runs)
  if (found) return found
  // A runtime that cannot run here would still come first in the PATH of every npm script.
  if (candidates.length > 0)
    for (const end of ['', '.cmd', '.ps1'])
      rmSync(join(root, `node_modules/.bin/node${end}`), { force: true })
  if (majorOf(process.version) >= oldest) return process.execPath
  throw new Error(
    `Leitwand needs Node ${oldest} or newer, and this is ${process.version}: the Node ${candidates.length ? 'it brings along does not run' : 'for this platform did not come with the packages'} here ` +
      `(it wants glibc and libatomic, on Debian "apt-get install libatomic1"; it does not run on musl, as in Alpine). ` +
      `Please install the missing library or your own Node ${oldest}+ from https://nodejs.org, then start again.`,
  )
}
