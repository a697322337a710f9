const bullet = /^([^\S\n]*)[*–—•·◦▪▫■□●○‣⁃➢➤►✓✔✗☐☑☒❏❑][^\S\n]+(?=\S)/gmu

/** The bullets of other programs as the dashes that our notes know. */
export const dashedLists = (text: string): string => text.replace(bullet, '$1- ')
