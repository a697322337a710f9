import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../kit/browser.ts'
import type { BenchRun } from '../benchRun.ts'
import type { Contender } from './contender.ts'
import { ourBoards } from './ourBoards.ts'
import { peerBoards, peerNames } from './peerBoards.ts'

/** One Chromium, our real app and the peers' pages, with the same notes in all of them. */
export const openContenders = async (
  bench: BenchRun,
): Promise<{ browser: Browser; contenders: readonly Contender[] }> => {
  const browser = await launchBrowser()
  bench.closes(() => browser.close())
  const contenders = [await ourBoards(bench, browser)]
  for (const name of peerNames) contenders.push(await peerBoards(bench, browser, name))
  return { browser, contenders }
}
