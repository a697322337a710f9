/**
 * Frames that leave together, in order. One bundle goes to many: whoever packs it for the wire first leaves it packed
 * for all others of the same door.
 */
export class Bundle {
  readonly frames: readonly Uint8Array[]
  packed: Uint8Array | null = null

  constructor(...frames: readonly Uint8Array[]) {
    this.frames = frames
  }
}
