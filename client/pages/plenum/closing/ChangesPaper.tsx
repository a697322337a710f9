import { useQuery } from '@tanstack/react-query'
import { changesOutline } from '#shared/report/changesOutline.ts'
import type { ResultReport } from '#shared/report/report.ts'
import type { VersionInfo } from '#shared/result.ts'
import { call } from '../../../sync/call.ts'
import { keys } from '../../../sync/records.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { OutlineBlocks } from '../outline/OutlineBlocks.tsx'
import { Refused } from '../Refused.tsx'

type ChangesPaperProps = {
  /** The version that is read, and what stands in it. */
  readonly number: number
  readonly report: ResultReport
  readonly against: string
  readonly versions: readonly VersionInfo[]
}

/** Two states of the result document, the earlier one first. */
export function ChangesPaper({ number, report, against, versions }: ChangesPaperProps) {
  const t = useTexts()
  const isNow = against === 'jetzt'
  const other = versions.find((version) => String(version.number) === against)
  const { data, error } = useQuery({
    // What stands now changes with every command.
    queryKey: isNow ? [...keys.plenum, 'now'] : ['version', Number(against), other?.sha256],
    queryFn: ({ signal }) =>
      call<{ readonly report: ResultReport }>(
        'GET',
        `/api/plenum/versions/${isNow ? 'now' : encodeURIComponent(against)}`,
        undefined,
        signal,
      ),
    refetchOnMount: isNow ? 'always' : true,
  })
  if (error) return <Refused error={error} />
  if (!data) return <p className="muted late">{t('app:loading')}</p>
  const isLater = !isNow && Number(against) < number
  const outline = isLater ? changesOutline(data.report, report) : changesOutline(report, data.report)
  return (
    <article className="paper-document changes" lang={report.event.language}>
      <OutlineBlocks blocks={outline.blocks} />
    </article>
  )
}
