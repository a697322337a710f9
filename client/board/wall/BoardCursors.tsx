import { fetchedApart } from '../../ui/fetchedApart.tsx'

/** What the others do on the wall. It comes once the wall stands: nobody needs it to begin reading. */
export const BoardCursors = fetchedApart(
  async () => (await import('../together/WallTogether.tsx')).WallTogether,
)
