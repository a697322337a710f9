import { useNavigate } from 'react-router'
import type { NoteRef } from '#shared/ids.ts'
import { Menu, type MenuSection } from '../../../ui/Menu.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { changeResult } from '../plenumCommands.ts'
import type { OutlineItem } from './plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type JoinResultProps = { readonly refs: readonly NoteRef[]; readonly onDone: () => void }

/** Into a result that is there already: as a source, or as related only. */
export function JoinResult({ refs, onDone }: JoinResultProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { groups } = usePlenumPlace()
  const command = useCommand()
  if (groups.every(({ items }) => items.length === 0)) return null
  const join = async ({ result }: OutlineItem, field: 'sources' | 'links') => {
    const now = field === 'sources' ? result.sources : result.links
    const added = refs.filter((ref) => !now.includes(ref))
    const change =
      field === 'sources'
        ? { sources: [...now, ...added], links: result.links.filter((ref) => !refs.includes(ref)) }
        : { links: [...now, ...added] }
    if (
      !(await command.run(() =>
        changeResult(result.id, change, { sources: result.sources, links: result.links }),
      ))
    )
      return
    onDone()
    void navigate(viewPath({ kind: 'result', id: result.id }))
  }
  const sections = (field: 'sources' | 'links'): MenuSection[] =>
    groups
      .filter(({ items }) => items.length > 0)
      .map(({ id, title, items }) => ({
        id,
        title: `${id} ${title}`,
        items: items.map((item) => ({
          id: item.result.id,
          label: [item.name, item.result.title].filter(Boolean).join(' '),
          onAction: () => void join(item, field),
        })),
      }))
  return (
    <>
      <div className="join-result">
        <Menu
          size="small"
          icon="plus"
          label={t('plenum:joinSource')}
          isDisabled={command.isBusy}
          sections={sections('sources')}
        />
        <Menu
          size="small"
          icon="link-2"
          label={t('plenum:joinLink')}
          isDisabled={command.isBusy}
          sections={sections('links')}
        />
      </div>
      <Refused error={command.error} />
    </>
  )
}
