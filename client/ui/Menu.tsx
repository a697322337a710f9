import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Menu as AriaMenu,
  MenuItem as AriaItem,
  MenuSection as AriaSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Header } from 'react-aria-components/Header'
import { Popover } from 'react-aria-components/Popover'
import { AriaLocale } from './AriaLocale.tsx'
import { buttonClass, type ButtonLook } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './Button.css'
import './popover.css'

export type MenuItem = {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  /** A quiet second line, for example why the item is disabled. */
  readonly hint?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly onAction?: (() => void) | undefined
}
export type MenuSection = {
  readonly id: string
  readonly title?: string | undefined
  readonly items: readonly MenuItem[]
  /** Items with check marks: any number of them, or exactly one. */
  readonly selection?:
    | {
        readonly mode: 'single' | 'multiple'
        readonly selected: readonly string[]
        readonly onChange: (selected: string[]) => void
      }
    | undefined
}

type MenuProps = ButtonLook & {
  /** Text of the button, or its name when it shows only an icon. */
  readonly label: string
  readonly items?: readonly MenuItem[] | undefined
  readonly sections?: readonly MenuSection[] | undefined
  readonly className?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** Instead of the label inside the button; the label stays its name. */
  readonly children?: ReactNode
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined
  /** Closes after a choice; menus with several check marks stay open. */
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
}

/** A button that opens a menu of actions or check marks. */
export function Menu(props: MenuProps) {
  const { label, items, sections, className, isDisabled, children, placement, onOpenChange, ...look } = props
  const all: readonly MenuSection[] = sections ?? [{ id: 'all', items: items ?? [] }]
  const actions = new Map(all.flatMap((section) => section.items.map((item) => [item.id, item.onAction])))
  return (
    <AriaLocale>
      <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
        <AriaButton
          className={buttonClass(look, className)}
          {...(look.iconOnly || children ? { 'aria-label': label } : {})}
          isDisabled={isDisabled ?? false}
        >
          {look.icon && <Icon name={look.icon} />}
          {!look.iconOnly && (children ?? label)}
          {look.iconEnd && <Icon name={look.iconEnd} />}
        </AriaButton>
        <Popover className="popover" placement={placement ?? 'bottom start'} offset={4}>
          <AriaMenu aria-label={label} onAction={(id) => actions.get(String(id))?.()}>
            {all.map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLocale>
  )
}

function Section({ section }: { readonly section: MenuSection }) {
  const { selection } = section
  return (
    <AriaSection
      {...(section.title ? {} : { 'aria-label': section.items.map((item) => item.label).join(', ') })}
      {...(selection
        ? {
            selectionMode: selection.mode,
            selectedKeys: selection.selected,
            disallowEmptySelection: selection.mode === 'single',
            onSelectionChange: (keys) =>
              selection.onChange(keys === 'all' ? section.items.map(({ id }) => id) : [...keys].map(String)),
          }
        : {})}
    >
      {section.title && <Header className="popover-head">{section.title}</Header>}
      {section.items.map((item) => (
        <AriaItem
          key={item.id}
          id={item.id}
          className="option"
          textValue={item.label}
          isDisabled={item.isDisabled ?? false}
        >
          {item.icon && <Icon name={item.icon} />}
          <span className="option-text">
            {item.label}
            {item.hint && <span className="hint">{item.hint}</span>}
          </span>
          {selection && <Icon name="check" className="option-check" />}
        </AriaItem>
      ))}
    </AriaSection>
  )
}
