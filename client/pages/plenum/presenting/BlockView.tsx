import { Link } from 'react-router'
import type { GroupId } from '#shared/ids.ts'
import { toDiscuss } from '#shared/plenum/toDiscuss.ts'
import { groupOf } from '#shared/template.ts'
import { BlocksText } from '../../../ui/BlocksText.tsx'
import { GroupBadge } from '../../../ui/GroupBadge.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { isFinished, spokenName, type OutlineItem } from '../outline/plenumOutline.ts'
import { viewPath } from '../plenumView.ts'
import { usePlenumPlace, useWording } from '../usePlenumPlace.ts'
import { DiscussToggle } from './DiscussToggle.tsx'
import { usePresenting } from './usePresenting.ts'
import './groupView.css'

/** The results of a Leitfrage with their texts: those that are decided at once, and those that are spoken about first. */
export function BlockView({ group }: { readonly group: GroupId }) {
  const t = useTexts()
  const { plan, groups } = usePlenumPlace()
  const discuss = usePresenting()?.discuss ?? {}
  const open = (groups.find(({ id }) => id === group)?.items ?? []).filter(
    ({ standing }) => !isFinished(standing),
  )
  const marked = toDiscuss(
    open.map(({ result }) => result),
    discuss,
  )
  const inBlock = open.filter(({ result }) => !marked.has(result.id))
  const single = open.filter(({ result }) => marked.has(result.id))
  return (
    <article className="group-view" aria-labelledby="group-title">
      <Link className="back-link" to="/plenum">
        <Icon name="arrow-left" />
        {t('plenum:allResults')}
      </Link>
      <header>
        <GroupBadge letter={group} />
        <div>
          <h2 id="group-title" lang={plan.language}>
            {groupOf(plan, group)?.title ?? group}
          </h2>
          <p className="muted">{t('presenting:block', { group })}</p>
        </div>
      </header>
      <section aria-labelledby="block-title">
        <h3 id="block-title">{t('presenting:blockTitle')}</h3>
        <p className="muted">{t(inBlock.length > 0 ? 'presenting:blockText' : 'presenting:blockEmpty')}</p>
        <Texts items={inBlock} />
      </section>
      {single.length > 0 && (
        <section aria-labelledby="single-title">
          <h3 id="single-title">{t('presenting:singleTitle')}</h3>
          <Texts items={single} />
        </section>
      )}
    </article>
  )
}

function Texts({ items }: { readonly items: readonly OutlineItem[] }) {
  return (
    <ul className="block-texts">
      {items.map((item) => (
        <li key={item.result.id}>
          <Text item={item} />
        </li>
      ))}
    </ul>
  )
}

function Text({ item }: { readonly item: OutlineItem }) {
  const { result, name } = item
  const wording = useWording(result.id)
  return (
    <>
      <h4>
        <Link to={viewPath({ kind: 'result', id: result.id })}>
          {name && <span className="num">{name}</span>} <span dir="auto">{result.title}</span>
        </Link>
      </h4>
      <div className="serif">
        <BlocksText blocks={wording} />
      </div>
      <DiscussToggle target={result.id} sources={result.sources} name={spokenName(item)} />
    </>
  )
}
