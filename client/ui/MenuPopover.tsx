import type { RefObject } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaItem,
  MenuSection as AriaSection,
} from 'react-aria-components/Menu'
import { Header } from 'react-aria-components/Header'
import { Popover } from 'react-aria-components/Popover'
import { AriaLocale } from './AriaLocale.tsx'
import { Icon } from './Icon.tsx'
import type { MenuSection, Placement } from './Menu.tsx'
import './popover.css'

type MenuPopoverProps = {
  readonly label: string
  readonly button: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly sections: readonly MenuSection[]
  readonly placement: Placement
}

/** What a menu button opens. It is fetched apart: nobody needs it to read a page. */
export function MenuPopover({ label, button, isOpen, onClose, sections, placement }: MenuPopoverProps) {
  const actions = new Map(
    sections.flatMap((section) => section.items.map((item) => [item.id, item.onAction])),
  )
  return (
    <AriaLocale>
      <Popover
        className="popover"
        aria-label={label}
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={(open) => !open && onClose()}
        placement={placement}
        offset={4}
      >
        <AriaMenu
          aria-label={label}
          autoFocus="first"
          onClose={onClose}
          onAction={(id) => actions.get(String(id))?.()}
        >
          {sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
        </AriaMenu>
      </Popover>
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
