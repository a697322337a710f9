import { boxOf, type BoardLayout } from './boardLayout.ts'
import { zoneKey } from './boardNodes.ts'
import type { Stop } from './neighbourOf.ts'

/** For arrows a cluster is its heading: its notes are stops of their own. */
const headHeight = 40

/** Where the keyboard can be on the wall, in reading order. Where nothing stands yet, it is at the "+" of the zone. */
export const wallStops = (layout: BoardLayout, mayWrite: boolean): Stop[] =>
  layout.zones.flatMap(({ question, origin, box, stops }) => {
    if (stops.length === 0 && mayWrite)
      return [
        { key: zoneKey(question), box: { x: box.x, y: origin.y, width: box.width, height: headHeight } },
      ]
    return stops.flatMap((key) => {
      const own = boxOf(layout, key)
      if (!own) return []
      const height = layout.clusters.has(key) ? Math.min(own.height, headHeight) : own.height
      return [{ key, box: { ...own, height } }]
    })
  })

/** The same by their keys alone. */
export const wallStopKeys = ({ zones }: BoardLayout, mayWrite: boolean): string[] =>
  zones.flatMap(({ question, stops }) => (stops.length === 0 && mayWrite ? [zoneKey(question)] : stops))
