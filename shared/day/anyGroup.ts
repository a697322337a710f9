/** "Wherever there is room", in place of a group. No group can be called that. */
export const anyGroup = '*'
