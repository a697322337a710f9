import type { BeamerScreen, BeamerShow } from '#shared/day/beamerScreen.ts'
import type { EventPlan } from '#shared/template.ts'
import { parkingView, plenumView } from '../groupScreen/screenViews.ts'

/** Beyond every page: the last one, however many there are. */
export const lastPage = 999

/**
 * Where one comes by turning: to the next page, then to the next view of a board, then to the next group, stage or talk.
 * Null: there is nothing further. `pages`: how many the show has now.
 */
export const turnShow = (
  { show, page }: Pick<BeamerScreen, 'show' | 'page'>,
  pages: number,
  by: -1 | 1,
  plan: EventPlan,
  isAllowed: (show: BeamerShow) => boolean,
): Partial<Pick<BeamerScreen, 'show' | 'page'>> | null => {
  const to = Math.min(page, pages - 1) + by
  if (to >= 0 && to < pages) return { page: to }
  const line = neighbours(show, plan)
  const at = line.findIndex((one) => JSON.stringify(one) === JSON.stringify(show))
  const next = at < 0 ? undefined : line[at + by]
  if (!next || !isAllowed(next)) return null
  return { show: next, page: by > 0 ? 0 : lastPage }
}

/** What stands in a row with a show, in the order of turning. */
const neighbours = (show: BeamerShow, plan: EventPlan): readonly BeamerShow[] => {
  if (show.kind === 'group' && show.note === null)
    return plan.groups.flatMap(({ id, questions }) =>
      [...questions.map((question) => question.id), parkingView, plenumView].map((view): BeamerShow => ({
        kind: 'group',
        group: id,
        view,
        note: null,
      })),
    )
  if (show.kind === 'timer' || show.kind === 'points')
    return [...plan.groups.map(({ id }) => id), 'plenum' as const].map((stage): BeamerShow => ({
      kind: show.kind,
      stage,
    }))
  if (show.kind === 'questions' || show.kind === 'question')
    return plan.agenda.flatMap(({ id, hasQuestions }): BeamerShow[] =>
      hasQuestions ? [{ kind: show.kind, item: id }] : [],
    )
  return []
}
