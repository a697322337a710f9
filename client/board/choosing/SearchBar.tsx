import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { countConditions, noFilter } from '../noteFilter.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { FilterMenus } from './FilterMenus.tsx'
import { focusBoard } from './focusBoard.ts'
import { focusSearchField, searchFieldId } from './openSearchField.ts'
import { stepHits } from './stepHits.ts'
import './SearchBar.css'

type SearchBarProps = { readonly isList: boolean }

/** Words, filters, how much was found, and the way from hit to hit. Cards that do not fit are dimmed where they stand. */
export function SearchBar({ isList }: SearchBarProps) {
  const t = useTexts()
  const { filter, search, selection, mayWrite } = useBoardPlace()
  const now = useStore(filter) ?? noFilter
  const hits = useStore(search.hits)
  const conditions = countConditions(now)
  const [hasFilters, setFilters] = useState(conditions > 0)
  const isOnlyHits = useStore(search.isOnlyHits) ?? false
  const before = useRef<Element | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const found = hits?.inOrder.length ?? 0
  // At once: a letter typed between field and focus would be lost.
  useLayoutEffect(() => {
    if (search.open.get() === 'asked') focusSearchField()
  }, [search])

  const close = () => {
    search.clear()
    const place = before.current
    if (place instanceof HTMLElement && place.isConnected) place.focus({ preventScroll: true })
    else focusBoard(search.wanted.get()?.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Menus are drawn elsewhere, but their events come by here.
    if (event.key !== 'Escape' || !bar.current?.contains(event.target as Element)) return
    event.preventDefault()
    close()
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    stepHits(search, event.shiftKey ? -1 : 1)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={bar}
      className="search-bar"
      role="search"
      aria-label={t('choosing:searchBar')}
      data-filters={hasFilters || undefined}
      onKeyDown={onKeyDown}
    >
      <div className="search-line">
        <label className="search-field">
          <Icon name="search" size={20} />
          <span className="vh">{t('choosing:field')}</span>
          <input
            id={searchFieldId}
            className="input"
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
            maxLength={200}
            placeholder={t('choosing:fieldHint')}
            value={now.text}
            onChange={(event) => filter.set({ ...filter.get(), text: event.target.value })}
            onFocus={({ relatedTarget }) => {
              if (!bar.current?.contains(relatedTarget)) before.current = relatedTarget
            }}
            onKeyDown={onEnter}
          />
        </label>
        <Button
          className="search-close"
          variant="quiet"
          icon="x"
          iconOnly
          label={t('choosing:close')}
          onClick={close}
        />
        <span className="search-steps">
          <output className="num">{hits && t('choosing:hits', { hits: found, count: hits.total })}</output>
          <Button
            variant="quiet"
            icon="chevron-up"
            iconOnly
            label={t('choosing:previous')}
            aria-keyshortcuts="Shift+F3"
            aria-disabled={found === 0}
            onClick={() => stepHits(search, -1)}
          />
          <Button
            variant="quiet"
            icon="chevron-down"
            aria-keyshortcuts="F3"
            aria-disabled={found === 0}
            onClick={() => stepHits(search, 1)}
          >
            {t('choosing:next')}
          </Button>
        </span>
        <span className="search-more">
          <Button
            size="small"
            icon="list-filter"
            aria-expanded={hasFilters}
            onClick={() => setFilters(!hasFilters)}
          >
            {conditions > 0 ? t('choosing:filterCount', { count: conditions }) : t('choosing:filter')}
          </Button>
          {isList && (
            <Button size="small" aria-pressed={isOnlyHits} onClick={() => search.isOnlyHits.set(!isOnlyHits)}>
              {t('choosing:onlyHits')}
            </Button>
          )}
          {mayWrite && found > 0 && (
            <Button
              className="choose-hits"
              size="small"
              variant="quiet"
              icon="square-check"
              onClick={() => hits && selection.set(hits.ids)}
            >
              {t('choosing:chooseHits')}
            </Button>
          )}
        </span>
      </div>
      {hasFilters && <FilterMenus />}
      <p className="search-none" role="status">
        {hits && found === 0
          ? now.text.trim() && conditions === 0
            ? t('choosing:none', { text: now.text.trim() })
            : t('choosing:noneFiltered')
          : ''}
      </p>
    </div>
  )
}
