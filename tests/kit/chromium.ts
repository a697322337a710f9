import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']

function usualPaths(): string[] {
  const { PATH = '', ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
  if (process.platform === 'win32') {
    const folders = [ProgramFiles, `${ProgramFiles} (x86)`, LOCALAPPDATA].filter(Boolean)
    const ends = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return folders.flatMap((folder) => ends.map((end) => join(folder, end)))
  }
  const mac = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
  const folders = [...PATH.split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin']
  const found = names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
  return process.platform === 'darwin' ? [...mac, ...found] : [...new Set(found)]
}

const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort().reverse() : [])

/** What Playwright has downloaded, newest first: chromium-1234/chrome-linux64/chrome and relatives. */
function playwrightPaths(): string[] {
  const caches = { linux: '.cache', darwin: 'Library/Caches', win32: 'AppData/Local' } as Record<
    string,
    string
  >
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), caches[process.platform] ?? '.cache', 'ms-playwright')
  const ends = [
    'chrome',
    'chrome.exe',
    'headless_shell',
    'headless_shell.exe',
    'chrome-headless-shell',
    'chrome-headless-shell.exe',
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ]
  return list(cache)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) => list(join(cache, name)).map((platform) => join(cache, name, platform)))
    .flatMap((folder) => ends.map((end) => join(folder, end)))
}

/** A file of that name may be a stub, or lack its libraries. (On Windows, --version would open a window.) */
function runs(path: string): boolean {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

export const noChromium =
  'The browser tests need a Chromium. Install Chromium or Google Chrome (on Debian "apt-get install chromium"), ' +
  'or set CHROMIUM_PATH to the one you have; then run npm test again.'

/** The path of a Chromium (or Chrome, or Edge) that runs here. CHROMIUM_PATH, when set, is the only candidate. */
export function findChromium(): string | null {
  const chosen = process.env.CHROMIUM_PATH
  const candidates = chosen ? [chosen] : [...usualPaths(), ...playwrightPaths()]
  return candidates.find(runs) ?? null
}

function call(file: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync(file, args, { env, encoding: 'utf8', timeout: 600_000 })
  if (status !== 0) console.log(`${file} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}`)
  return status === 0
}

/** On Debian, as root. (Ubuntu's chromium package is only a door to snap.) */
function installByApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  if (!/^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))) return false
  call('apt-get', 'update')
  return call('apt-get', 'install', '-y', 'chromium')
}

export async function ensureChromium(): Promise<string> {
  const found = findChromium()
  if (found) return found
  const { CHROMIUM_PATH: chosen } = process.env
  if (chosen)
    throw new Error(`CHROMIUM_PATH is "${chosen}", but no browser runs there. Correct it or unset it.`)
  console.log('Installing a Chromium for the browser tests (once) …')
  if (!installByApt()) {
    const playwright = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url))
    const withLibraries = process.getuid?.() === 0 ? ['--with-deps'] : []
    call(process.execPath, playwright, 'install', 'chromium', '--only-shell', ...withLibraries)
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(`None could be installed here. ${noChromium}`)
}
