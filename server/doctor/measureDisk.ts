import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { RoomName } from '#shared/place.ts'
import { sentenceOf } from '../sentenceOf.ts'
import { openSqliteStore } from '../store/sqliteStore.ts'
import { fileSystemOf, type FileSystem } from './fileSystem.ts'
import { probeFolder } from './probeFolder.ts'
import { repeated, type Spread } from './spread.ts'

export type DiskMeasurement = {
  readonly folder: string
  readonly fileSystem: FileSystem
  /** Null when the folder could not be written; `fault` then says why. No commits where they would take too long. */
  readonly timings: { readonly sync: Spread; readonly commit: Spread | null } | null
  readonly fault: string | null
}

/** As much as a keystroke brings. */
const record = Buffer.alloc(200, 'x')
const syncs = 200
const commits = 100
/** Opening and closing a store takes a dozen syncs; whoever has such a disk wants the answer today. */
const hopelessMs = 200

/** Measures with files of its own; the store, which a server may be using, is never opened. */
export const measureDisk = async (folder: string, signal: AbortSignal): Promise<DiskMeasurement> => {
  const fileSystem = fileSystemOf(folder)
  let probe: ReturnType<typeof probeFolder> | null = null
  try {
    probe = probeFolder(folder)
    const sync = await measureSync(probe.path, signal)
    const commit = sync.median > hopelessMs ? null : await measureCommit(probe.path, signal)
    return { folder, fileSystem, timings: { sync, commit }, fault: null }
  } catch (fault) {
    signal.throwIfAborted()
    return { folder, fileSystem, timings: null, fault: wordsFor(fault, folder) }
  } finally {
    probe?.remove()
  }
}

const measureSync = async (folder: string, signal: AbortSignal): Promise<Spread> => {
  const file = openSync(join(folder, 'records'), 'a', 0o600)
  try {
    return await repeated(syncs, signal, () => {
      writeSync(file, record)
      const startedAt = performance.now()
      fdatasyncSync(file)
      return performance.now() - startedAt
    })
  } finally {
    closeSync(file)
  }
}

/** Through the server's own store, on a file to throw away: what an edit will really wait for. */
const measureCommit = async (folder: string, signal: AbortSignal): Promise<Spread> => {
  const store = await openSqliteStore(join(folder, 'probe.sqlite'))
  const appends = [{ room: 'doctor/probe' as RoomName, bytes: record }]
  try {
    return await repeated(commits, signal, async () => {
      const startedAt = performance.now()
      await store.commit({ appends })
      return performance.now() - startedAt
    })
  } finally {
    await store.close()
  }
}

const wordsFor = (fault: unknown, folder: string): string => {
  const { code } = fault as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM')
    return `DATA_DIR cannot be used: this user may not write in ${folder}.`
  const sentence = sentenceOf(fault)
  const isStack = sentence.includes('\n')
  return isStack ? `DATA_DIR cannot be used: ${(fault as Error).message}.` : sentence
}
