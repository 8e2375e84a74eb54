import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const pending = new Set<() => void>()

function cleanAll(): void {
  for (const clean of pending) clean()
  pending.clear()
}

function signalled(signal: NodeJS.Signals): void {
  // Whoever else listens decides whether and how to end, and may still need what would be cleaned.
  if (process.listenerCount(signal) > 1) return
  // Not by the signal itself: that would skip the exit listeners, Playwright's among them, which kills the browser.
  process.exit(128 + constants.signals[signal])
}

/**
 * Runs `clean` once: when the process exits, when a signal ends it, or when the returned function is called. It runs after
 * everything that was to run at exit before this call, and must be synchronous: a process that is ending waits for nothing.
 */
export function onExit(clean: () => void): () => void {
  // Taken off first: a listener that is there twice is called twice.
  process.off('exit', cleanAll).on('exit', cleanAll)
  for (const signal of SIGNALS) process.off(signal, signalled).on(signal, signalled)
  pending.add(clean)
  return () => {
    if (pending.delete(clean)) clean()
  }
}
