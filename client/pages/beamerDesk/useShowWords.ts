import { useCallback } from 'react'
import type { BeamerShow } from '#shared/day/beamerScreen.ts'
import { talkName } from '#shared/day/questionOrigin.ts'
import type { QuestionsAnswer } from '#shared/day/questionsAnswer.ts'
import type { EventPlan } from '#shared/template.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import type { WallSource } from '../beamer/useWallSource.ts'
import { parkingView, plenumView } from '../groupScreen/screenViews.ts'

/** A view of a board in words. */
export const useViewWords = () => {
  const t = useTexts()
  return useCallback(
    (view: string): string => {
      if (view === plenumView) return t('steer:viewPlenum')
      return view === parkingView ? t('steer:viewParking') : view
    },
    [t],
  )
}

/** What a show is, in a few words. */
export const useShowWords = ({ plan, groups }: Pick<WallSource, 'plan' | 'groups'>) => {
  const t = useTexts()
  const language = useLanguage()
  const viewWords = useViewWords()
  return useCallback(
    (show: BeamerShow): string => {
      switch (show.kind) {
        case 'question':
        case 'questions':
          return t(`steer:${show.kind}`, { talk: talkName(plan, show.item, language) })
        case 'timer':
          return t('steer:timerOf', {
            stage: show.stage === 'plenum' ? t('wall:plenum') : t('wall:group', { group: show.stage }),
          })
        case 'points':
          return t('steer:pointsOf', {
            stage: show.stage === 'plenum' ? t('wall:plenum') : t('wall:group', { group: show.stage }),
          })
        case 'message':
          return t('steer:messageOf', { text: show.text })
        case 'group':
          return show.note
            ? t('steer:groupCard', { group: show.group })
            : t('steer:groupView', { group: show.group, view: viewWords(show.view) })
        case 'result': {
          const item = groups.flatMap(({ items }) => items).find(({ result }) => result.id === show.id)
          const result = [item?.name, item?.result.title].filter(Boolean).join(' ')
          return t('steer:resultOf', { result })
        }
        default:
          return t(`steer:${show.kind}`)
      }
    },
    [t, plan, groups, language, viewWords],
  )
}

/** The text that everyone reads there now, if it is one. */
export const textShown = (
  show: BeamerShow,
  plan: EventPlan,
  answer: QuestionsAnswer | undefined,
): string | null => {
  if (show.kind === 'question')
    return (
      answer?.questions.find(({ item, state }) => item === show.item && state === 'running')?.text ?? null
    )
  if (show.kind !== 'group' || show.note) return null
  const group = plan.groups.find(({ id }) => id === show.group)
  return group?.questions.find(({ id }) => id === show.view)?.text ?? null
}
