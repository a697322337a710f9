import { classNames } from './classNames.ts'
import { Icon } from './Icon.tsx'
import { useTexts } from './useTexts.ts'
import './ConnectionState.css'

type ConnectionStateProps = {
  /** `waiting`: so many edits are not on the server's disk yet. */
  readonly state: 'unknown' | 'stored' | 'offline' | { readonly waiting: number }
}

/** Connection and saving in one word. */
export function ConnectionState({ state }: ConnectionStateProps) {
  const t = useTexts()
  if (state === 'unknown') return <span className="conn" role="status" />
  return (
    <span
      className={classNames(
        'conn',
        state === 'stored' && 'ok',
        state === 'offline' && 'off',
        typeof state === 'object' && 'wait',
      )}
      role="status"
    >
      <Icon name={state === 'stored' ? 'check' : state === 'offline' ? 'wifi-off' : 'hourglass'} />
      {typeof state === 'object' ? (
        <span>
          {t('app:waiting')}
          {/* Read once, not with every edit. */}
          <span aria-hidden="true"> {t('app:waitingCount', { count: state.waiting })}</span>
        </span>
      ) : (
        <span className="conn-word">{t(state === 'stored' ? 'app:stored' : 'app:offline')}</span>
      )}
    </span>
  )
}
