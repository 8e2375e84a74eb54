import { z } from 'zod'
import type { Launched } from '../../scripts/browser/launch.ts'
import { ACTION_KINDS } from '../../lib/trace/vocabulary.ts'
import type { Tally } from '../tally.ts'

const Answer = z.object({
  today: z.object({ kinds: z.partialRecord(z.enum(ACTION_KINDS), z.int()) }),
  waiting: z.object({ actions: z.int(), parked: z.int() }),
})

/** Presses "Send now" on the options page, as a person would, and reads the extension's own counts. */
export async function sendEverything({ context, extensionId }: Launched): Promise<{ stored: Tally; waiting: number }> {
  // In a tab that is there: opening one would be one more tab change.
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`chrome-extension://${extensionId}/options.html#waiting`)
  // Pages hand their actions over once a second; the last ones are on their way.
  await page.waitForTimeout(2000)
  await page.getByRole('button', { name: 'Send now' }).click()
  const { today, waiting } = Answer.parse(await page.evaluate(SETTLED))
  return { stored: today.kinds, waiting: waiting.actions + waiting.parked }
}

/** Sends again what came in while it was being sent, until nothing waits or the delivery has met trouble. */
const SETTLED = `(async () => {
  for (;;) {
    const status = await chrome.runtime.sendMessage({ type: 'flush' })
    if (status.waiting.actions === 0 || status.delivery !== null) return status
  }
})()`
