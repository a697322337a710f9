import type { MeAnswer } from '#shared/api.ts'
import type { DayAnswer } from '#shared/day/dayAnswer.ts'
import type { LookAnswer } from '#shared/firstLook.ts'
import type { GroupId } from '#shared/ids.ts'
import { groupOf, type EventPlan } from '#shared/template.ts'
import type { ViewName } from '../../board/BoardTools.tsx'
import { followEventLanguage, shownLanguage, shownTexts, startTexts, startTextsOf } from '../../ui/i18n.ts'
import { takePhaseView } from '../group/phaseView.ts'
import { hasChosenView, viewIn, viewParameter, wordOf } from '../group/viewIn.ts'
import type { LookContext } from './lookContext.ts'
import { pageLook } from './pageLook.ts'
import { showLook } from './placeOfLook.ts'

type Answers = {
  readonly look: Promise<unknown>
  readonly me: Promise<unknown>
  readonly day: Promise<unknown>
}

type Draw = (main: HTMLElement, context: LookContext) => void
const drawing: Readonly<Record<ViewName, () => Promise<Draw>>> = {
  board: async () => (await import('./wallLook.ts')).wallLook,
  list: async () => (await import('./listLook.ts')).listLook,
}

/** Longer nobody waits for letters: cards stand in others first. */
const fontsPatienceMs = 250

/** Draws the first screen of a board from plain answers, while board, page and editor are still on their way. */
export const openLook = async (group: GroupId, answers: Answers): Promise<void> => {
  const asked = viewIn(new URLSearchParams(location.search))
  const [{ look }, { person, event: plan }, day] = (await Promise.all([
    answers.look,
    answers.me,
    answers.day,
    startTexts(),
    startTextsOf('inside'),
    fontsCame(),
    drawing[asked](),
  ])) as [LookAnswer, MeAnswer, DayAnswer, ...unknown[]]
  const found = groupOf(plan, group)
  if (!look || !found) return
  followEventLanguage(plan.language)
  const view = openPhaseView(plan, group, day) ?? asked
  const draw = await drawing[view]()
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

/** The page itself would turn to the view of the phase that runs only after having drawn another one. */
const openPhaseView = (plan: EventPlan, group: GroupId, day: DayAnswer): ViewName | null => {
  const search = new URLSearchParams(location.search)
  const view = takePhaseView(plan, group, day.phases[group], hasChosenView(search))
  if (view === null) return null
  search.set(viewParameter, wordOf(view))
  history.replaceState(history.state, '', `?${search.toString()}${location.hash}`)
  return view
}

const fontsCame = async (): Promise<void> => {
  const fonts = ["1em 'Source Sans 3'", "1em 'Source Serif 4'"].map((font) => document.fonts.load(font))
  await Promise.race([Promise.allSettled(fonts), new Promise((done) => setTimeout(done, fontsPatienceMs))])
}
