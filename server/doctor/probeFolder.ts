import { mkdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ConfigFault } from '../config.ts'
import { newId } from '../newId.ts'

export type ProbeFolder = { readonly path: string; remove(): void }

/** A folder of its own inside DATA_DIR. `remove` takes away what was made for it, and nothing else. */
export const probeFolder = (dataDir: string): ProbeFolder => {
  const parents: string[] = []
  // Step by step: where nothing can be made (/proc, a read-only disk), Node's own recursion may go round for ever.
  const make = (folder: string): void => {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found?.isDirectory()) return
    if (found) throw new ConfigFault(`DATA_DIR cannot be used: ${folder} is not a folder.`)
    make(dirname(folder))
    mkdirSync(folder, { mode: 0o700 })
    parents.unshift(folder)
  }
  const path = join(dataDir, `.doctor-${newId()}`)
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
    try {
      for (const folder of parents.splice(0)) rmdirSync(folder)
    } catch {
      // A server that was started meanwhile has put its store there: it stays.
    }
  }
  try {
    make(dataDir)
    mkdirSync(path, { mode: 0o700 })
  } catch (fault) {
    remove()
    throw fault
  }
  return { path, remove }
}
