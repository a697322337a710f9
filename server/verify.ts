import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { knownVersions, type KnownVersion } from './store/knownVersions.ts'

/**
 * npm run verify -- Ergebnisse-v1.json [data folder]
 * Prints the SHA-256 of an exported version. With a data folder, or DATA_DIR, it says as which version that store knows it.
 * Ends with 0 when it is known or nothing was asked, 2 when it is not, 1 when something could not be read.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const fail = (line: string) => {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
const reasonOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))
const dayOf = (at: number) => new Date(at).toISOString()

/** npm runs in the project's folder; people name files from where they stand. */
const fromHere = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
const [file, given] = process.argv.slice(2)
const folder = given === undefined ? process.env['DATA_DIR'] : fromHere(given)

const verify = (path: string): void => {
  const bytes = read(path)
  if (!bytes) return
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  say(`SHA-256 ${sha256}`)
  say(claimOf(bytes))
  if (folder === undefined) {
    say('No data folder was given: nothing was compared.')
    return
  }
  const known = versionsIn(folder)
  if (!known) return
  const same = known.filter((version) => version.sha256 === sha256)
  const was = known.filter(({ redacted }) => redacted?.was === sha256)
  for (const version of same) say(`${nameOf(version)}: this is exactly what is stored.`)
  for (const version of was)
    say(
      `${nameOf(version)}: this is what was finalised. A note was erased from it on ${dayOf(version.redacted?.at ?? 0)}.`,
    )
  if (same.length + was.length > 0) return
  say(`${folder} holds no version like this.`)
  process.exitCode = 2
}

const nameOf = ({ event, number, at }: KnownVersion) =>
  `Version ${number} of ${event}, finalised ${dayOf(at)}`

/** What the file says it is; that proves nothing. */
const claimOf = (bytes: Buffer): string => {
  try {
    const { event, version } = JSON.parse(bytes.toString('utf8')) as {
      event: { title: string }
      version: { number: number } | null
    }
    return version
      ? `It says: ${event.title}, version ${version.number}.`
      : `It says: ${event.title}, not finalised.`
  } catch {
    return 'It is no exported version.'
  }
}

const read = (path: string): Buffer | null => {
  try {
    return readFileSync(fromHere(path))
  } catch (fault) {
    fail(`${path} cannot be read: ${reasonOf(fault)}`)
    return null
  }
}

const versionsIn = (dataDir: string): readonly KnownVersion[] | null => {
  try {
    const known = knownVersions(dataDir)
    if (!known) fail(`There is no store in ${dataDir}.`)
    return known
  } catch (fault) {
    fail(`The store in ${dataDir} cannot be read: ${reasonOf(fault)}. Please try again.`)
    return null
  }
}

if (file) verify(file)
else fail('Which file? npm run verify -- Ergebnisse-v1.json [data folder]')
