import { setTimeout as delay } from 'node:timers/promises'

const LOOK_MS = 50
/** Several times what anything here takes on a machine that others use as well. */
const PATIENCE_MS = 30_000

/**
 * Settles when `holds` does.
 * @throws {Error} with `what` and the state of things, when that takes too long
 */
export async function until(what: string, holds: () => Promise<true | string>): Promise<void> {
  const begun = Date.now()
  for (;;) {
    const state = await holds()
    if (state === true) return
    if (Date.now() - begun > PATIENCE_MS) throw new Error(`${what}: not after ${PATIENCE_MS / 1000} s; ${state}`)
    await delay(LOOK_MS)
  }
}
