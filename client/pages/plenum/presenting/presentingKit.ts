/** The parts of presenting, which come together when the page of the Plenum stands. */
export { BlockView } from './BlockView.tsx'
export { DiscussFilter } from './DiscussFilter.tsx'
export { DiscussToggle } from './DiscussToggle.tsx'
export { FollowDock } from './FollowDock.tsx'
export { GroupView } from './GroupView.tsx'
export { LeadBar } from './LeadBar.tsx'
export { LedStrip } from './LedStrip.tsx'
