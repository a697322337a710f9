import { classNames } from './classNames.ts'
import { fetchedApart } from './fetchedApart.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './Select.css'

export type SelectOption = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: IconName | undefined
  readonly isDisabled?: boolean | undefined
}

export type SelectProps = {
  readonly label: string
  readonly hideLabel?: boolean | undefined
  readonly value: string | null
  readonly options: readonly SelectOption[]
  readonly onChange: (id: string) => void
  readonly placeholder?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly className?: string | undefined
}

/** One of several: a labelled button with a list. Until the list is there, the button says what is chosen. */
export const Select = fetchedApart(async () => (await import('./SelectList.tsx')).SelectList, Chosen)

function Chosen({ label, hideLabel, value, options, placeholder, size, className }: SelectProps) {
  const chosen = options.find(({ id }) => id === value)
  return (
    <div className={classNames('select', size === 'small' && 'small', className)}>
      <span className={hideLabel ? 'vh' : 'label'}>{label}</span>
      <span className="select-button">
        <span className="value">
          {chosen?.icon && <Icon name={chosen.icon} />}
          <span>{chosen?.label ?? placeholder}</span>
        </span>
        <Icon name="chevron-down" />
      </span>
    </div>
  )
}
