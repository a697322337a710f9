/** What opens beside the wall: what the list has below its questions. */
export const drawers = ['marked', 'tray'] as const
export type DrawerName = (typeof drawers)[number]
