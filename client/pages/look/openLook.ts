import type { MeAnswer } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { LookAnswer } from '#shared/firstLook.ts'
import type { GroupId } from '#shared/ids.ts'
import { groupOf } from '#shared/template.ts'
import { followEventLanguage, shownLanguage, shownTexts, startTexts, startTextsOf } from '../../ui/i18n.ts'
import { viewIn } from '../group/viewIn.ts'
import type { LookContext } from './lookContext.ts'
import { pageLook } from './pageLook.ts'
import { showLook } from './placeOfLook.ts'

type Answers = {
  readonly look: Promise<unknown>
  readonly me: Promise<unknown>
  readonly day: Promise<unknown>
}

type Draw = (main: HTMLElement, context: LookContext) => void
const wall = async (): Promise<Draw> => (await import('./wallLook.ts')).wallLook
const list = async (): Promise<Draw> => (await import('./listLook.ts')).listLook

/** Longer nobody waits for letters: cards stand in others first. */
const fontsPatienceMs = 250

/** Draws the first screen of a board from plain answers, while board, page and editor are still on their way. */
export const openLook = async (group: GroupId, answers: Answers): Promise<void> => {
  const view = viewIn(new URLSearchParams(location.search))
  const [draw, { look }, { person, event: plan }, day] = (await Promise.all([
    view === 'board' ? wall() : list(),
    answers.look,
    answers.me,
    answers.day,
    startTexts(),
    startTextsOf('inside'),
    fontsCame(),
  ])) as [Draw, LookAnswer, MeAnswer, DayAnswer, ...void[]]
  const found = groupOf(plan, group)
  if (!look || !found) return
  followEventLanguage(plan.language)
  // The page itself was faster.
  if (document.getElementById('app')?.hasChildNodes()) return
  const cards = new Map(look.cards.map((card) => [card.id, card]))
  const context: LookContext = {
    look,
    cards,
    person,
    plan,
    day,
    group: found,
    language: shownLanguage(),
    t: shownTexts(),
  }
  const { page, main } = pageLook(context, view)
  showLook(page)
  draw(main, context)
}

const fontsCame = async (): Promise<void> => {
  const fonts = ["1em 'Source Sans 3'", "1em 'Source Serif 4'"].map((font) => document.fonts.load(font))
  await Promise.race([Promise.allSettled(fonts), new Promise((done) => setTimeout(done, fontsPatienceMs))])
}
