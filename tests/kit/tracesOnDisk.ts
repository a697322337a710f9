import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How often this stands in all files of a store, deleted or not. */
export const timesOnDisk = (dataDir: string, word: string): number =>
  readdirSync(dataDir)
    .map((file) => readFileSync(join(dataDir, file)).toString('latin1').split(word).length - 1)
    .reduce((all, times) => all + times, 0)

export type KeptRow = { readonly room: string; readonly text: string }

/** All that is kept of documents, and all rows, of a store that nobody has open: where, and what, as latin1. */
export const rowsOnDisk = (dataDir: string): readonly KeptRow[] => {
  const db = new DatabaseSync(join(dataDir, 'leitwand.sqlite'), { readOnly: true })
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[]
  const found = tables.flatMap(({ name }) =>
    (db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]).map((row) => ({
      room: String(row['room'] ?? `${name} ${String(row['tab'] ?? '')}`),
      text: Object.values(row)
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join(' '),
    })),
  )
  db.close()
  return found
}
