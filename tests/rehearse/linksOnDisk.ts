import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Traces in the stored files that lead from a person to what they voted. */
export const linksOnDisk = (
  folder: string,
  people: readonly string[],
  votes: readonly string[],
): string[] => {
  const found: string[] = []
  const files = readdirSync(folder).filter((name) => name.startsWith('leitwand.sqlite'))
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    for (const vote of votes)
      for (const person of people)
        for (const trace of [`${vote}/${person}`, `${person}/${vote}`])
          if (bytes.includes(trace)) found.push(`${file}: ${trace}`)
  }
  const db = new DatabaseSync(join(folder, 'leitwand.sqlite'), { readOnly: true })
  const rows = db.prepare("SELECT id FROM rows WHERE tab = 'ballot'").all() as { id: string }[]
  db.close()
  return [...found, ...rows.map(({ id }) => `row of a ballot: ${id}`)]
}
