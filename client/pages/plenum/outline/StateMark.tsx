import type { Standing } from '#shared/result.ts'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import './StateMark.css'

const marks = {
  open: { icon: 'circle-dashed', text: 'plenum:stateOpen' },
  adopted: { icon: 'circle-check', text: 'plenum:stateAdopted' },
  deferred: { icon: 'circle-pause', text: 'plenum:stateDeferred' },
  rejected: { icon: 'circle-x', text: 'plenum:stateRejected' },
  objected: { icon: 'message-square-warning', text: 'plenum:stateObjected' },
  changed: { icon: 'history', text: 'plenum:stateChanged' },
} as const satisfies Record<string, { icon: IconName; text: string }>

type StateMarkProps = { readonly standing: Standing; readonly withWord?: boolean | undefined }

/** Where a result stands: a shape, and the word for it. */
export function StateMark({ standing, withWord }: StateMarkProps) {
  const t = useTexts()
  const isObjected = standing.state === 'open' && standing.decision !== null
  const state = standing.changed ? 'changed' : isObjected ? 'objected' : standing.state
  const { icon, text } = marks[state]
  return (
    <span className="state-mark" data-state={state}>
      <Icon name={icon} size={17} />
      <span className={withWord ? undefined : 'vh'}>{t(text)}</span>
    </span>
  )
}
