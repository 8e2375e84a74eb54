/** Working hours: recording ends and begins at the minute, over a change of the clocks, and people are shown which they are. */
import { z } from 'zod'
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Scene } from './browser/scene.ts'
import { open } from './own-pages.ts'
import { inForce } from './recorded.ts'

/** Nights from Saturday to Sunday; by the clocks of Berlin that of 24 March 2040 is 7 hours long, and that of 27 October 9. An alarm
 * in the past would ring at once, so the years are far ahead. */
const schedule = { days: ['sat'], from: '22:00', to: '06:00', timeZone: 'Europe/Berlin' }
const pages = { 'listed.localhost/': '<button id="done">Finish</button>' }
const Alarm = z.object({ scheduledTime: z.number() })

/** Moves the worker's clock, lets its alarm ring, and settles when it has set the next; gives when that is. */
async function at({ launched }: Scene, now: string): Promise<string> {
  const worker = await launched.worker()
  await worker.evaluate(`globalThis.realNow ??= Date.now.bind(Date); globalThis.moved = ${Date.parse(now)} - globalThis.realNow()`)
  await worker.evaluate('Date.now = () => globalThis.realNow() + globalThis.moved')
  await worker.evaluate(`chrome.alarms.create('next', { when: globalThis.realNow() })`)
  const next = async () => Alarm.safeParse(await worker.evaluate(`chrome.alarms.get('next')`)).data?.scheduledTime ?? 0
  await expect.poll(next).toBeGreaterThan(Date.parse(now))
  return new Date(await next()).toISOString()
}
const state = ({ launched }: Scene) =>
  launched.inExtension(`chrome.runtime.sendMessage({ type: 'status', tab: null }).then(({ state }) => state)`)
const badge = ({ launched }: Scene) =>
  launched.inExtension(`chrome.tabs.query({ url: '*://listed.localhost/*' }).then(([{ id }]) => chrome.action.getBadgeText({ tabId: id }))`)

test.use({
  options: {
    pages,
    policy: (parts) => ({ ...listedPolicy(parts), recording: { ...listedPolicy(parts).recording, schedule } }),
  },
})

for (const [name, evening, morning, next] of [
  ['go forward', '2040-03-24T21:00:00.000Z', '2040-03-25T04:00:00.000Z', '2040-03-31T20:00:00.000Z'],
  ['go back', '2040-10-27T20:00:00.000Z', '2040-10-28T05:00:00.000Z', '2040-11-03T21:00:00.000Z'],
] as const)
  test(`the alarm is set to the minute in which hours end and begin, in the night in which clocks ${name}`, async ({ scene }) => {
    await inForce(scene, 1)
    expect(await at(scene, new Date(Date.parse(evening) - 3_600_000).toISOString())).toBe(evening)
    expect(await state(scene)).toBe('off-hours')
    expect(await at(scene, evening)).toBe(morning)
    expect(await state(scene)).toBe('recording')
    await scene.tab.goto(scene.sites.url('listed.localhost/'))
    await expect.poll(() => badge(scene)).toBe('REC')
    expect(await at(scene, morning)).toBe(next)
    expect(await state(scene)).toBe('off-hours')
    await expect.poll(() => badge(scene)).toBe('')
  })

test('popup and settings say that it is off hours, and which the hours are', async ({ scene }) => {
  await inForce(scene, 1)
  await at(scene, '2040-03-25T12:00:00.000Z')
  for (const path of ['popup.html', 'options.html']) {
    const page = await open(scene, path)
    await expect(page.getByRole('heading', { name: 'Off hours' })).toBeVisible()
    await expect(page.getByText('Only on Sat, from 22:00 to 06:00 (Europe/Berlin).').first()).toBeVisible()
    await page.close()
  }
})
