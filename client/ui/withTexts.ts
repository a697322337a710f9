import { startTextsOf } from './i18n.ts'

/** What has sentences that are not needed everywhere comes together with them. */
export const withTexts =
  <Fetched>(part: Parameters<typeof startTextsOf>[0], fetch: () => Promise<Fetched>) =>
  async (): Promise<Fetched> =>
    (await Promise.all([fetch(), startTextsOf(part)]))[0]
