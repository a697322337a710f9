import { labelOf } from '#shared/template.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/classNames.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { countConditions, noFilter, type NoteFilter } from '../noteFilter.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** What cards are searched for beside their words: a small menu a field, of several values any. */
export function FilterMenus() {
  const t = useTexts()
  const language = useLanguage()
  const { store, plan, filter } = useBoardPlace()
  const now = useStore(filter) ?? noFilter
  const clusters = useStore(store.clusters) ?? []
  const set = (changes: Partial<NoteFilter>) => filter.set({ ...filter.get(), ...changes })
  return (
    <div className="search-filters" role="group" aria-label={t('choosing:filters')}>
      <FilterMenu
        label={t('choosing:kinds')}
        items={plan.noteKinds.map((kind) => ({
          id: kind.id,
          label: labelOf(kind, language),
          icon: kind.icon,
        }))}
        selected={now.kinds}
        onChange={(kinds) => set({ kinds: kinds as unknown as NoteFilter['kinds'] })}
      />
      {plan.levels.length > 0 && (
        <FilterMenu
          label={t('choosing:levelsField')}
          items={plan.levels.map((level) => ({ id: level.id, label: labelOf(level, language) }))}
          selected={now.levels}
          onChange={(levels) => set({ levels: levels as unknown as NoteFilter['levels'] })}
        />
      )}
      {plan.tagSets.map((tags) => {
        const own: readonly string[] = tags.tags.map(({ id }) => id)
        return (
          <FilterMenu
            key={tags.id}
            label={labelOf(tags, language)}
            items={tags.tags.map((tag) => ({ id: tag.id, label: labelOf(tag, language) }))}
            selected={now.tags.filter((tag) => own.includes(tag))}
            onChange={(chosen) =>
              set({
                tags: [
                  ...now.tags.filter((tag) => !own.includes(tag)),
                  ...(chosen as unknown as NoteFilter['tags']),
                ],
              })
            }
          />
        )
      })}
      {clusters.length > 0 && (
        <FilterMenu
          label={t('choosing:clusters')}
          items={clusters.map(({ id, title }) => ({ id, label: title || t('group:clusterUntitled') }))}
          selected={now.clusters}
          onChange={(chosen) => set({ clusters: chosen as unknown as NoteFilter['clusters'] })}
        />
      )}
      <Button size="small" aria-pressed={now.isMarked} onClick={() => set({ isMarked: !now.isMarked })}>
        {t('choosing:marked')}
      </Button>
      <Button size="small" aria-pressed={now.isMine} onClick={() => set({ isMine: !now.isMine })}>
        {t('choosing:mine')}
      </Button>
      {countConditions(now) > 0 && (
        <Button size="small" variant="quiet" onClick={() => filter.set({ ...noFilter, text: now.text })}>
          {t('choosing:reset')}
        </Button>
      )}
    </div>
  )
}

type FilterMenuProps = {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly selected: readonly string[]
  readonly onChange: (selected: string[]) => void
}

function FilterMenu({ label, items, selected, onChange }: FilterMenuProps) {
  const t = useTexts()
  const [first] = selected
  const value =
    selected.length === 1 ? (items.find(({ id }) => id === first)?.label ?? '1') : `${selected.length}`
  return (
    <Menu
      label={first === undefined ? label : t('choosing:with', { field: label, value })}
      className={classNames('filter-menu', first !== undefined && 'on')}
      size="small"
      iconEnd="chevron-down"
      placement="top start"
      sections={[{ id: 'values', items, selection: { mode: 'multiple', selected, onChange } }]}
    />
  )
}
