import { Menu } from '../../../ui/Menu.tsx'

type CheckMenuProps = {
  readonly label: string
  /** The whole name, for screen readers. */
  readonly name: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly selected: readonly string[]
  readonly onChange: (selected: string[]) => void
}

/** A dashed chip that opens check marks. */
export function CheckMenu({ label, name, options, selected, onChange }: CheckMenuProps) {
  return (
    <Menu
      className="add-chip"
      size="small"
      icon="plus"
      label={name}
      sections={[{ id: 'options', items: options, selection: { mode: 'multiple', selected, onChange } }]}
    >
      {label}
    </Menu>
  )
}
