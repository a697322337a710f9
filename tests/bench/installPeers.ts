import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Peers are installed beside the house, not in it: no other command needs them. Git ignores the folder. */
export const peersFolder = fileURLToPath(new URL('../../.cache/bench-peers', import.meta.url))

const wanted = {
  '@y/websocket-server': '0.1.1',
  '@hocuspocus/server': '4.7.0',
  '@hocuspocus/extension-sqlite': '4.7.0',
  ws: '8.23.0',
}
/** This line of better-sqlite3 brings its binaries along in the package; the one before wants a compiler. */
const overrides = { 'better-sqlite3': '13.2.0' }

const isInstalled = (): boolean =>
  Object.entries({ ...wanted, ...overrides }).every(([name, version]) => {
    const path = join(peersFolder, 'node_modules', name, 'package.json')
    return (
      existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version === version
    )
  })

/** Installs the peers when they are missing. y-leveldb comes along with y-websocket-server. */
export const installPeers = (say: (line: string) => void): void => {
  if (isInstalled()) return
  say('Installing the peers into .cache/bench-peers …')
  mkdirSync(peersFolder, { recursive: true })
  const manifest = { private: true, type: 'module', dependencies: wanted, overrides }
  writeFileSync(join(peersFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  const [file, ...start] = /npm-cli\.[cm]?js$/.test(cli) ? [node, cli] : ['npm']
  const { status, stderr } = spawnSync(
    file as string,
    [...start, 'install', '--no-audit', '--no-fund', '--ignore-scripts'],
    {
      cwd: peersFolder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${dirname(node)}:${process.env['PATH']}` },
    },
  )
  if (status !== 0 || !isInstalled())
    throw new Error(`The peers could not be installed. The bench needs npm and a registry.\n${stderr}`)
}
