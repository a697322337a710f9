export type Stopping = { readonly isStopping: boolean }

/** Stops once, whatever is signalled how often: what was received is on disk before the process ends. */
export const stopOnSignal = (running: { close(): Promise<void> }): Stopping => {
  const stopping = { isStopping: false }
  const stop = () => {
    if (stopping.isStopping) return
    stopping.isStopping = true
    setTimeout(() => process.exit(1), 5_000).unref()
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return stopping
}
