import { useId } from 'react'
import type { Paper } from '#shared/template.ts'
import { classNames } from '../ui/classNames.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import '../ui/chip.css'
import './ChipChoice.css'

export type ChipOption = {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  readonly paper?: Paper | undefined
  /** A key that does the same to the card that has the focus, shown where there are keys. */
  readonly shortcut?: string | undefined
}

type ChipChoiceProps = {
  readonly legend: string
  /** Exactly one, or any number of them. */
  readonly mode: 'single' | 'multiple'
  readonly options: readonly ChipOption[]
  readonly selected: readonly string[]
  readonly onToggle: (id: string) => void
  readonly isPill?: boolean | undefined
}

/** Chips around native radio buttons or check boxes. */
export function ChipChoice({ legend, mode, options, selected, onToggle, isPill }: ChipChoiceProps) {
  const name = useId()
  return (
    <fieldset className="chip-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.id} className={classNames('chip', isPill && 'level')} data-paper={option.paper}>
          <input
            type={mode === 'single' ? 'radio' : 'checkbox'}
            name={name}
            className="vh"
            checked={selected.includes(option.id)}
            onChange={() => onToggle(option.id)}
          />
          {option.shortcut && (
            <kbd className="chip-key" aria-hidden="true">
              {option.shortcut}
            </kbd>
          )}
          {option.icon && <Icon name={option.icon} size={17} />}
          <span dir="auto">{option.label}</span>
          <Icon name="check" size={16} className="chip-check" />
        </label>
      ))}
    </fieldset>
  )
}
