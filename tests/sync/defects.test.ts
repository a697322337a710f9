import { expect, test } from 'vitest'
import { defects, oddities, type Defect } from '../kit/defects.ts'
import { Dice } from '../kit/dice.ts'
import { expectLaws, play } from '../kit/fuzzLaws.ts'
import { chooseDeeds } from '../kit/fuzzRound.ts'
import { Net } from '../kit/net.ts'

/** Rounds as the fuzz plays them, half as many as it plays each time. */
const deedsPerRound = 80
const most = 150
/** An oddity must pass all of these. */
const calm = 40

/** How many rounds it takes until something is noticed, and what. */
const noticed = async (defect: Defect, rounds: number): Promise<{ rounds: number; what: string } | null> => {
  for (let seed = 1; seed <= rounds; seed++) {
    const { way, deeds } = chooseDeeds(new Dice(seed), deedsPerRound)
    const net = await Net.open(seed, way === 'plenum' ? 'plenum' : 'group', 4, defect())
    try {
      await play(net, deeds)
      await expectLaws(net)
    } catch (fault) {
      const what = net.faults[0] ?? (fault as Error).message.split('\n')[0] ?? ''
      return { rounds: seed, what }
    }
  }
  return null
}

test.each(Object.entries(defects))(
  'R17 the fuzz notices: %s',
  async (name, defect) => {
    const found = await noticed(defect, most)
    console.info(
      `defect "${name}": ${found ? `noticed in round ${found.rounds}: ${found.what}` : 'NOT noticed'}`,
    )
    expect(found, `noticed within ${most} rounds`).not.toBe(null)
  },
  180_000,
)

test.each(Object.entries(oddities))(
  'R17 the fuzz lets pass what harms nobody: %s',
  async (_, oddity) => {
    expect(await noticed(oddity, calm)).toBe(null)
  },
  180_000,
)
