import type { Browser } from 'playwright-core'
import type { BenchRun } from '../benchRun.ts'
import { percentile } from '../spread.ts'
import type { BoardSize, Contender, ContenderName } from './contender.ts'
import { openContenders } from './openContenders.ts'

export type Measured<T> = (name: ContenderName, size: BoardSize) => readonly T[]

type Rounds<T> = {
  readonly rounds: number
  readonly sizes: readonly BoardSize[]
  /** A first round for the caches of the machine, which nobody counts. */
  readonly warmsUp?: boolean
  readonly one: (browser: Browser, contender: Contender, size: BoardSize) => Promise<T>
  readonly told: (value: T) => string
}

/** Everyone in turn, round by round, so that whatever drifts meanwhile hits all alike. */
export const boardRounds = async <T>(
  bench: BenchRun,
  { rounds, sizes, warmsUp = false, one, told }: Rounds<T>,
): Promise<Measured<T>> => {
  const { browser, contenders } = await openContenders(bench)
  const values = new Map<string, T[]>()
  for (let round = warmsUp ? 0 : 1; round <= rounds; round++)
    for (const size of sizes)
      for (const contender of contenders) {
        const value = await one(browser, contender, size)
        if (round === 0) continue
        const key = `${contender.name} ${size}`
        values.set(key, [...(values.get(key) ?? []), value])
        bench.say(`  round ${round}, ${contender.name}, ${size} notes: ${told(value)}`)
      }
  return (name, size) => values.get(`${name} ${size}`) ?? []
}

export const p95 = (values: readonly number[]): number => percentile(values, 0.95)
