import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DraftsAnswer } from '#shared/day/collectAnswers.ts'
import type { GroupId } from '#shared/ids.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { CallOut } from './CallOut.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import './collecting.css'

/** For those who lead a group that collects hidden: that people write, and how much; never what or whose. */
export function CollectPanel({ group }: { readonly group: GroupId }) {
  const t = useTexts()
  const [isAsking, setAsking] = useState(false)
  const drafts = useQuery({
    queryKey: keys.drafts(group),
    queryFn: ({ signal }) =>
      call<DraftsAnswer>('GET', `/api/groups/${encodeURIComponent(group)}/drafts`, undefined, signal),
  }).data
  return (
    <section className="collect-panel" aria-label={t('collecting:panel')}>
      <div className="collect-count">
        <p>
          <strong>{t('collecting:panelTitle')}</strong>{' '}
          <span className="num" role="status">
            {drafts &&
              (drafts.notes > 0
                ? `${t('collecting:writers', { count: drafts.writers })}, ${t('collecting:notes', { count: drafts.notes })}.`
                : t('collecting:nobodyWrites'))}
          </span>
        </p>
        <Button icon="lock-open" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('collecting:reveal')}
        </Button>
      </div>
      <CallOut />
      <RevealDialog group={group} isOpen={isAsking} onClose={() => setAsking(false)} />
    </section>
  )
}
