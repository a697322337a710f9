import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { VersionInfo } from '#shared/result.ts'

export type KnownVersion = VersionInfo & { readonly event: string }

/**
 * Every finalised version that a store holds. It reads a copy: a running server holds its store alone, and nothing here
 * may touch it. Null: there is no store.
 */
export const knownVersions = (dataDir: string): KnownVersion[] | null => {
  const store = join(dataDir, 'leitwand.sqlite')
  if (!existsSync(store)) return null
  const folder = mkdtempSync(join(tmpdir(), 'leitwand-verify-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(store, copy)
    if (existsSync(`${store}-wal`)) copyFileSync(`${store}-wal`, `${copy}-wal`)
    const db = new DatabaseSync(copy)
    try {
      const rows = db.prepare("SELECT event, value FROM rows WHERE tab = 'version' ORDER BY event, id").all()
      return rows.map((row) => ({
        ...(JSON.parse(String(row['value'])) as VersionInfo),
        event: String(row['event']),
      }))
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
