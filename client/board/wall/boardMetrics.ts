/** The measures of the wall in CSS pixels: cards of 208 px, two beside each other in a zone. */
export type BoardMetrics = {
  readonly noteWidth: number
  /** Between cards, and between a sheet and its cards. */
  readonly gap: number
  readonly clusterPad: number
  /** Below the last card of a cluster. */
  readonly clusterFoot: number
  /** Between clusters, and between a cluster and cards beside it. */
  readonly clusterGap: number
  readonly zonePad: number
  readonly zoneGap: number
  /** Before the Themenspeicher: where the Teilfragen fill the window it does not look in with a sliver. */
  readonly parkingGap: number
  readonly zoneFoot: number
  readonly marginX: number
  readonly marginY: number
}

/** `unit` is the size of a rem in units of 16 px, so that the wall grows with the text that people have chosen. */
export const boardMetrics = (unit = 1): BoardMetrics => {
  const px = (value: number) => Math.round(value * unit)
  return {
    noteWidth: px(208),
    gap: px(8),
    clusterPad: px(6) + 1,
    clusterFoot: px(7) + 1,
    clusterGap: px(10),
    zonePad: px(8),
    zoneGap: px(16),
    parkingGap: px(32),
    zoneFoot: px(14),
    marginX: px(20),
    marginY: px(16),
  }
}

export const clusterWidth = ({ noteWidth, gap, clusterPad }: BoardMetrics): number =>
  2 * noteWidth + gap + 2 * clusterPad
export const zoneWidth = (metrics: BoardMetrics): number => clusterWidth(metrics) + 2 * metrics.zonePad
