import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressAssets } from './compressAssets.mjs'
import { root, runQuietly, since } from './run.mjs'

const stampPath = join(root, 'dist/client/.stamp')
const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json', 'package.json']

function filesIn(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesIn(`${path}/${name}`))
}

/** Names, sizes and times of everything that the client is built from. */
function sourceStamp() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesIn)) {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Builds dist/client when its sources have changed; answers the exit code. */
export async function buildClient(node, { always = false, args = [] } = {}) {
  const stamp = sourceStamp()
  if (!always && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return 0
  const startedAt = performance.now()
  const { code, output } = await runQuietly(node, ['node_modules/vite/bin/vite.js', 'build', ...args])
  if (code !== 0 || always) console.log(output)
  if (code !== 0) return code
  compressAssets(join(root, 'dist/client/assets'))
  writeFileSync(stampPath, stamp)
  console.log(`Client built in ${since(startedAt)}.`)
  return 0
}
