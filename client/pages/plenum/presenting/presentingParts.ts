import { fetchedApart } from '../../../ui/fetchedApart.tsx'
import { startTextsOf } from '../../../ui/i18n.ts'

const kit = async () => {
  const [parts] = await Promise.all([import('./presentingKit.ts'), startTextsOf('presenting')])
  return parts
}

export const BlockView = fetchedApart(async () => (await kit()).BlockView)
export const DiscussFilter = fetchedApart(async () => (await kit()).DiscussFilter)
export const DiscussToggle = fetchedApart(async () => (await kit()).DiscussToggle)
export const FollowDock = fetchedApart(async () => (await kit()).FollowDock)
export const GroupView = fetchedApart(async () => (await kit()).GroupView)
export const LeadBar = fetchedApart(async () => (await kit()).LeadBar)
export const LedStrip = fetchedApart(async () => (await kit()).LedStrip)
