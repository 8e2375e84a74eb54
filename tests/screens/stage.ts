/** Brings the browser into each state that is drawn, as people and policies do. */
import { z } from 'zod'
import type { Launched } from '../../scripts/browser/launch.ts'
import { readDatabase } from '../e2e/browser/database.ts'
import { expect } from '../e2e/browser/fixtures.ts'

const Status = z.looseObject({ terms: z.looseObject({ id: z.string() }), waiting: z.looseObject({ actions: z.int() }) })
const CRM = { match: 'http://crm.localhost/*' }
const CLICKS = 12

export async function openStage(launched: Launched, token: string) {
  const policyOf = (sites: object[], consent: 'ask' | 'obtained') => ({
    collector: { url: 'http://collector.localhost', token },
    recording: { sites, except: ['http://crm.localhost/private/*'] },
    notice: { company: 'Example Company', contact: 'privacy@example.com', consent },
  })
  const ask = (request: object) => launched.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(request)})`)
  const status = async () => Status.parse(await ask({ type: 'status', tab: null }))
  const set = async (sites: object[], consent: 'ask' | 'obtained', badge: string) => {
    await launched.setPolicy(policyOf(sites, consent))
    await launched.policyArrived()
    await expect.poll(() => launched.inExtension('chrome.action.getBadgeText({})')).toBe(badge)
  }
  const crm = launched.context.pages()[0] ?? (await launched.context.newPage())
  const news = await launched.context.newPage()

  return {
    informed: async () => {
      await set([CRM, { match: 'http://wiki.localhost/*', text: 'public' }], 'obtained', '')
      await news.goto('http://news.localhost/')
    },
    work: async () => {
      await crm.bringToFront()
      await crm.goto('http://crm.localhost/')
      const stored = async () => {
        const { actions = [] } = await readDatabase(launched)
        return actions.length
      }
      await expect.poll(stored).toBeGreaterThan(0)
      // A double click would be one action.
      for (let time = 0; time < CLICKS; time++) await crm.locator('#save').click({ delay: 40 })
      await expect.poll(stored).toBeGreaterThan(1)
      await ask({ type: 'flush' })
      await crm.locator('h1').click()
      await crm.locator('#save').click()
      await expect.poll(stored).toBeGreaterThan(0)
    },
    pause: () => ask({ type: 'pause', minutes: 15 }),
    resume: () => ask({ type: 'resume' }),
    asked: () => set([CRM], 'ask', '?'),
    agree: async () => {
      await ask({ type: 'consent', given: true, terms: (await status()).terms.id })
    },
    widened: () => set([CRM, { match: 'http://wiki.localhost/*', text: 'public' }], 'ask', '?'),
    broken: () => set([{ match: 'https://*.com/*' }], 'ask', '!'),
  }
}
