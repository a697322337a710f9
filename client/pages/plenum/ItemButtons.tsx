import { Button } from '../../ui/Button.tsx'

type ItemButtonsProps = {
  readonly isBusy: boolean
  readonly edit: string
  readonly remove: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

export function ItemButtons({ isBusy, edit, remove, onEdit, onRemove }: ItemButtonsProps) {
  return (
    <span className="item-buttons">
      <Button variant="quiet" size="small" icon="pencil" iconOnly label={edit} onClick={onEdit} />
      <Button
        variant="quiet"
        size="small"
        icon="x"
        iconOnly
        label={remove}
        aria-disabled={isBusy}
        onClick={onRemove}
      />
    </span>
  )
}
