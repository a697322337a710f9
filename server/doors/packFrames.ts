const binaryMessage = 0x82

/** Binary WebSocket messages, unmasked as servers send them (RFC 6455, section 5.2), as one piece for one write. */
export const packFrames = (frames: readonly Uint8Array[]): Uint8Array => {
  const packed = Buffer.allocUnsafeSlow(
    frames.reduce((sum, { length }) => sum + headLength(length) + length, 0),
  )
  let at = 0
  for (const frame of frames) {
    at = writeHead(packed, at, frame.length)
    packed.set(frame, at)
    at += frame.length
  }
  return packed
}

const headLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

const writeHead = (into: Buffer, at: number, length: number): number => {
  into[at] = binaryMessage
  if (length < 126) {
    into[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    into[at + 1] = 126
    return into.writeUInt16BE(length, at + 2)
  }
  into[at + 1] = 127
  return into.writeBigUInt64BE(BigInt(length), at + 2)
}
