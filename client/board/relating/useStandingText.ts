import { useTexts } from '../../ui/useTexts.ts'
import type { Standing } from './standingIn.ts'
import { useNoteName } from './useNoteName.ts'

/** What became of a card meanwhile, in a sentence; nothing while it stands on the board. */
export const useStandingText = (): ((standing: Standing) => string) => {
  const t = useTexts()
  const nameOf = useNoteName()
  return (standing) => {
    if (standing.where === 'card') return t('relating:nowIn', { note: nameOf(standing.card) })
    if (standing.where === 'tray') return t('relating:nowInTray')
    return standing.where === 'nowhere' ? t('relating:nowGone') : ''
  }
}
