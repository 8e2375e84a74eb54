import type { Tally } from '../tally.ts'
import type { Hand } from './hand.ts'

/** Works on the site that is not listed, also in a frame of a listed one. Nothing of it may exist anywhere afterwards. */
export async function useOutside({ page, click, type }: Hand, origin: string): Promise<Tally> {
  const subject = page.frameLocator('iframe').getByLabel('Subject')
  await page.goto(`${origin}/`)
  await subject.waitFor()
  await click(page.getByLabel('outsidecanary name'))
  await type(' typed')
  await click(page.getByRole('button', { name: 'outsidecanary send order' }))
  await page.getByRole('heading', { name: 'outsidecanary done' }).waitFor()
  await click(page.getByRole('link', { name: 'outsidecanary back' }))
  await subject.waitFor()
  await click(subject)
  await type('x')
  return {}
}
