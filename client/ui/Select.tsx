import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { AriaLocale } from './AriaLocale.tsx'
import { classNames } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import './popover.css'
import './Select.css'

export type SelectOption = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: IconName | undefined
  readonly isDisabled?: boolean | undefined
}

type SelectProps = {
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

/** One of several: a labelled button with a list. */
export function Select(props: SelectProps) {
  const { label, hideLabel, value, options, onChange, placeholder, isDisabled, size, className } = props
  return (
    <AriaLocale>
      <AriaSelect
        className={classNames('select', size === 'small' && 'small', className)}
        value={value}
        onChange={(id) => id !== null && onChange(String(id))}
        isDisabled={isDisabled ?? false}
        {...(placeholder ? { placeholder } : {})}
      >
        <Label className={hideLabel ? 'vh' : 'label'}>{label}</Label>
        <Button className="select-button">
          <SelectValue className="value" />
          <Icon name="chevron-down" />
        </Button>
        <Popover className="popover" offset={4}>
          <ListBox>
            {options.map((option) => (
              <ListBoxItem
                key={option.id}
                id={option.id}
                className="option"
                textValue={option.label}
                isDisabled={option.isDisabled ?? false}
              >
                {option.icon && <Icon name={option.icon} />}
                <span className="option-text">
                  {option.label}
                  {option.hint && <span className="hint">{option.hint}</span>}
                </span>
                <Icon name="check" className="option-check" />
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </AriaSelect>
    </AriaLocale>
  )
}
