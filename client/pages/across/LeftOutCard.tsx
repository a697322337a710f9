import { plainText } from '#shared/note.ts'
import { partsOfRef } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { SheetNote } from './groupSheet.ts'

type LeftOutCardProps = {
  readonly row: SheetNote
  readonly name: string
  readonly onTake: () => void
}

/** It stays in sight: leaving a card out is no verdict. */
export function LeftOutCard({ row, name, onTake }: LeftOutCardProps) {
  const t = useTexts()
  return (
    <div className="compare-left-out">
      <GroupBadge letter={partsOfRef(row.ref).group} size="small" />
      <p dir="auto">
        <strong className="num">{name}</strong> {plainText(row.note.blocks)}
      </p>
      <Button size="small" icon="plus" aria-label={t('across:takeOf', { note: name })} onClick={onTake}>
        {t('across:take')}
      </Button>
    </div>
  )
}
