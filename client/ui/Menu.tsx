import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button, type ButtonLook } from './Button.tsx'
import { fetchedApart } from './fetchedApart.tsx'
import type { IconName } from './Icon.tsx'

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

export type Placement = 'bottom start' | 'bottom end' | 'top start' | 'top end'

type MenuProps = ButtonLook & {
  /** Text of the button, or its name when it shows only an icon. */
  readonly label: string
  readonly items?: readonly MenuItem[] | undefined
  readonly sections?: readonly MenuSection[] | undefined
  readonly className?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** Instead of the label inside the button; the label stays its name. */
  readonly children?: ReactNode
  readonly placement?: Placement | undefined
}

const MenuPopover = fetchedApart(async () => (await import('./MenuPopover.tsx')).MenuPopover)

/** A button that opens a menu of actions or check marks. It closes after a choice, unless there are several check marks. */
export function Menu(props: MenuProps) {
  const { label, items, sections, className, isDisabled, children, placement, iconOnly, ...look } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  const open = () => {
    setOpen(true)
    setWasOpen(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open()
  }
  return (
    <>
      <Button
        {...look}
        ref={button}
        className={className}
        {...(iconOnly ? { iconOnly, label } : children ? { 'aria-label': label } : {})}
        disabled={isDisabled ?? false}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        {children ?? label}
      </Button>
      {wasOpen && (
        <MenuPopover
          label={label}
          button={button}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          sections={sections ?? [{ id: 'all', items: items ?? [] }]}
          placement={placement ?? 'bottom start'}
        />
      )}
    </>
  )
}
