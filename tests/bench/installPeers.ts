import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Peers are installed beside the house, not in it: no other command needs them. Git ignores the folder. */
export const cacheFolder = fileURLToPath(new URL('../../.cache', import.meta.url))
export const peersFolder = join(cacheFolder, 'bench-peers')

type Wanted = {
  readonly packages: Readonly<Record<string, string>>
  readonly overrides?: Readonly<Record<string, string>>
}

const isInstalled = (folder: string, { packages, overrides }: Wanted): boolean =>
  Object.entries({ ...packages, ...overrides }).every(([name, version]) => {
    const path = join(folder, 'node_modules', name, 'package.json')
    return (
      existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version === version
    )
  })

/** Installs packages into a folder of their own when they are missing there. */
export const installPackages = (folder: string, wanted: Wanted, say: (line: string) => void): void => {
  if (isInstalled(folder, wanted)) return
  say(
    `Installing ${Object.keys(wanted.packages).join(', ')} into ${relative(dirname(cacheFolder), folder)} …`,
  )
  mkdirSync(folder, { recursive: true })
  const { packages: dependencies, overrides } = wanted
  const manifest = { private: true, type: 'module', dependencies, overrides }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env
  const [file, ...start] = /npm-cli\.[cm]?js$/.test(cli) ? [node, cli] : ['npm']
  const { status, stderr } = spawnSync(
    file as string,
    [...start, 'install', '--no-audit', '--no-fund', '--ignore-scripts'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${dirname(node)}:${process.env['PATH']}` },
    },
  )
  if (status !== 0 || !isInstalled(folder, wanted))
    throw new Error(`The peers could not be installed. The bench needs npm and a registry.\n${stderr}`)
}

/** The room servers. y-leveldb comes along with y-websocket-server. */
export const installPeers = (say: (line: string) => void): void =>
  installPackages(
    peersFolder,
    {
      packages: {
        '@y/websocket-server': '0.1.1',
        '@hocuspocus/server': '4.7.0',
        '@hocuspocus/extension-sqlite': '4.7.0',
        ws: '8.23.0',
      },
      // This line of better-sqlite3 brings its binaries along in the package; the one before wants a compiler.
      overrides: { 'better-sqlite3': '13.2.0' },
    },
    say,
  )
