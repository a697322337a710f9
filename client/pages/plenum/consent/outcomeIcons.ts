import type { ResultState } from '#shared/result.ts'
import type { IconName } from '../../../ui/Icon.tsx'

/** A shape for each outcome of an attempt. */
export const outcomeIcons = {
  adopted: 'circle-check',
  deferred: 'circle-pause',
  rejected: 'circle-x',
  open: 'message-square-warning',
} as const satisfies Record<ResultState, IconName>
