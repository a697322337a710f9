import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { AriaLocale } from './AriaLocale.tsx'
import { classNames } from './classNames.ts'
import { Icon } from './Icon.tsx'
import type { SelectProps } from './Select.tsx'
import './popover.css'
import './Select.css'

/** The list behind the button, fetched apart. */
export function SelectList(props: SelectProps) {
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
