import { useState } from 'react'
import { Link } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { spokenName } from '../outline/plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { BlockDialog } from './BlockDialog.tsx'
import { useBlock } from './useBlock.ts'

/** "Über Block A entscheiden (7)", then "Einzeln: L7, M10". */
export function BlockWays({ group }: { readonly group: GroupId }) {
  const t = useTexts()
  const { block, singly } = useBlock(group)
  const [isOpen, setOpen] = useState(false)
  const names = singly.map(({ item }) => item)
  if (block.length < 2 && names.length === 0 && !isOpen) return null
  return (
    <div className="decision-ways">
      {(block.length > 1 || isOpen) && (
        <Button wide onClick={() => setOpen(true)}>
          {t('consent:decideBlock', { group, count: block.length })}
        </Button>
      )}
      {names.length > 0 && (
        <p className="block-singly">
          <span className="muted">{t('consent:singly')}</span>{' '}
          {names.map((item) => (
            <Link key={item.result.id} className="num" to={viewPath({ kind: 'result', id: item.result.id })}>
              {spokenName(item)}
            </Link>
          ))}
        </p>
      )}
      {isOpen && <BlockDialog group={group} onClose={() => setOpen(false)} />}
    </div>
  )
}
