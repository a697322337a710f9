import { minuteTexts } from '#shared/plenum/minuteTexts.ts'
import { Refusal } from '#shared/refusal.ts'
import { buildResultReport, type ResultReport } from '#shared/report/report.ts'
import { kindOf } from '#shared/template.ts'
import { resultNumbers, type PlenumState, type Result, type VersionInfo } from '#shared/result.ts'
import type { RecordChange } from '../records.ts'
import { openConsentOf } from './consents.ts'
import { sha256 } from './decisions.ts'
import { minuteRow } from './minuteRow.ts'
import { refuseRunning } from './openThings.ts'
import type { Plenum } from './plenum.ts'
import { readWordings, reportInput } from './reporting.ts'

/**
 * Freezes the Plenum: stop the intake, drain, and put version, numbers and state on disk in one commit.
 * If that fails, nothing is frozen. A request that comes again with its key has done it already.
 */
export const finalise = (plenum: Plenum, key?: string): Promise<void> =>
  plenum.inOrder(async () => {
    if (key !== undefined && versionOfKey(plenum, key) !== null) return
    if (plenum.isFrozen) throw new Refusal('plenumFrozen')
    refuseRunning(plenum)
    if (openConsentOf(plenum.ports.records)) throw new Refusal('consentRuns')
    await plenum.gathering.gatherAll()
    await plenum.whileFreezing(async () => {
      await plenum.gathering.settled()
      const input = await reportInput(plenum)
      const room = await plenum.room()
      await room.edit((doc) => {
        const at = plenum.ports.now()
        const number = plenum.state.version + 1
        const results = withFixedNumbers(plenum)
        const wordings = readWordings(doc, results)
        const report = buildResultReport({ ...input, results, wordings, version: { number, at } })
        const json = JSON.stringify(report)
        const state: PlenumState = { ...plenum.state, state: 'frozen', version: number }
        return [
          ...results.map((result): RecordChange => ({ table: 'result', id: result.id, value: result })),
          {
            table: 'version',
            id: String(number),
            value: { number, at, sha256: sha256(json), json, ...(key && { key }) },
          },
          { table: 'plenum', id: 'plenum', value: state },
          minuteRow(
            plenum.ports,
            { kind: 'version', did: 'finalised', version: number },
            { name: versionName(plenum, number), text: `SHA-256 ${sha256(json)}` },
          ),
        ]
      })
    })
  })

const versionName = ({ ports: { plan } }: Plenum, number: number): string =>
  minuteTexts[plan.language].version(number)

/** The version that a request with this key has made; asked in order, so that one that is under way is waited for. */
export const finalisedBy = (plenum: Plenum, key: string): Promise<number | null> =>
  plenum.inOrder(() => Promise.resolve(versionOfKey(plenum, key)))

const versionOfKey = ({ ports: { records } }: Plenum, key: string): number | null =>
  records.all('version').find(([, row]) => row.key === key)?.[1].number ?? null

/** From the first finalisation on a number stays with its result. */
const withFixedNumbers = (plenum: Plenum): Result[] => {
  const { plan } = plenum.ports
  const names = resultNumbers(plenum.results(), plenum.answer().decisions, plan)
  return plenum.results().map((result): Result => {
    const name = names.get(result.id)
    if (!name || result.number !== null) return result
    return { ...result, number: Number(name.slice(kindOf(plan, result.kind).letter.length)) }
  })
}

/** Opens a frozen Plenum again; what is finalised next is a new version, the old one stays readable. */
export const reopen = (plenum: Plenum): Promise<void> =>
  plenum.inOrder(async () => {
    if (plenum.state.state === 'open') throw new Refusal('plenumOpen')
    const state: PlenumState = { ...plenum.state, state: 'open' }
    const { version } = plenum.state
    await plenum.ports.records.commit([
      { table: 'plenum', id: 'plenum', value: state },
      minuteRow(
        plenum.ports,
        { kind: 'version', did: 'reopened', version: version + 1 },
        { name: versionName(plenum, version + 1) },
      ),
    ])
    plenum.ports.rooms.reassess()
  })

export type StoredVersion = VersionInfo & { readonly json: string; readonly report: ResultReport }
/** A finalised version as it was stored: the JSON text whose SHA-256 stands beside it. */
export const readVersion = (plenum: Plenum, number: string): StoredVersion => {
  const row = plenum.ports.records.get('version', number)
  if (!row) throw new Refusal('notFound')
  return { ...row, report: JSON.parse(row.json) as ResultReport }
}
