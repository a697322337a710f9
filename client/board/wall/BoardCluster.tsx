import type { NodeProps } from '@xyflow/react'
import { memo, useRef } from 'react'
import type { QuestionId } from '#shared/ids.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { classNames } from '../../ui/classNames.ts'
import { isSameData, type ClusterNode } from './boardNodes.ts'
import { ClusterHead } from '../ClusterHead.tsx'
import { useInnerTabStops } from './useInnerTabStops.ts'
import { useStop } from './useWall.ts'

/** The sheet beneath the notes of a cluster; its heading moves it. */
export const BoardCluster = memo(function BoardCluster({
  id: key,
  data: { id, title, count },
}: NodeProps<ClusterNode>) {
  const t = useTexts()
  const { isCurrent, isSelected, ref } = useStop(key)
  const sheet = useRef<HTMLDivElement>(null)
  useInnerTabStops(sheet, isCurrent)
  return (
    // The roving tab stop of the wall.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex
    <div
      // Not a landmark: there are many, and two may have one title.
      role="group"
      ref={(element) => {
        sheet.current = element
        return element ? ref(element) : undefined
      }}
      className={classNames('board-cluster', isSelected && 'selected')}
      data-cluster={id}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`${title || t('group:clusterUntitled')}, ${t('group:notes', { count })}`}
    >
      <ClusterHead id={id} title={title} count={count} question={key.split('/')[0] as QuestionId} />
    </div>
  )
}, isSameData)
