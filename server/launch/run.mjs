import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const running = new Set()
let stoppedBy = null

function stop(signal) {
  stoppedBy = signal
  // In a terminal, Ctrl+C reaches the child by itself; a second one would look like impatience.
  const reachesChild = signal === 'SIGINT' && process.stdin.isTTY
  if (!reachesChild) for (const child of running) child.kill(signal)
  if (running.size === 0) process.exit(128 + constants.signals[signal])
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))

// npm passes a signal on to its shell only, and the shell dies without a word to us.
const parent = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => !stoppedBy && process.ppid !== parent && stop('SIGTERM'), 200).unref()

function finish(child) {
  running.add(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve(signal ? 128 + constants.signals[signal] : code)
    })
  })
}

/** Runs to the end with our terminal; answers the exit code. Nothing is started after a stop signal. */
export async function run(file, args) {
  if (stoppedBy) return 128 + constants.signals[stoppedBy]
  return finish(spawn(file, args, { cwd: root, stdio: 'inherit' }))
}

/** The same in silence: what it printed comes back, for the case that it failed. */
export async function runQuietly(file, args, options = {}) {
  if (stoppedBy) return { code: 128 + constants.signals[stoppedBy], output: '' }
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  const code = await finish(child)
  return { code, output: Buffer.concat(chunks).toString() }
}

export const since = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
