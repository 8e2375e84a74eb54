import type { Locator } from '@playwright/test'
import { addTally, type Tally } from '../tally.ts'
import type { Hand } from './hand.ts'

/** Reads the feed, likes and posts. */
async function useFeed({ page, click, type, wheel }: Hand, origin: string): Promise<Tally> {
  const post = page.locator('article[aria-posinset="7"]')
  await page.goto(`${origin}/`)
  await wheel(640, 500, 900)
  await page.waitForFunction('scrollY === 900')
  await page.locator('article[aria-posinset="9"]').waitFor()
  await click(post.getByRole('button', { name: 'Like' }))
  await post.locator('button[aria-pressed="true"]').waitFor()
  await wheel(640, 500, -2000)
  await page.waitForFunction('scrollY === 0')
  await click(page.getByRole('textbox', { name: 'Start a post' }))
  await type('A new post')
  await click(page.getByRole('button', { name: 'Post', exact: true }))
  await page.getByRole('article').filter({ hasText: 'A new post' }).waitFor()
  return { nav: 1, click: 3, type: 1, scroll: 2 }
}

/** Searches people with every kind of field: selects by key and by mouse, a list box, a combobox, check and radio buttons. */
async function searchPeople({ page, click, type, press }: Hand): Promise<Tally> {
  const seniority = page.getByRole('combobox', { name: 'Seniority' })
  const skills = page.getByRole('listbox', { name: 'Skills' })
  const location = page.getByRole('combobox', { name: 'Location' })
  const places = page.getByRole('listbox', { name: 'Location' })
  /** Every filter changes the number of results. */
  const counted = async (act: () => Promise<void>) => {
    const results = page.locator('[aria-label=Results] h1')
    const before = await results.textContent()
    await act()
    await page.waitForFunction((text) => document.querySelector('[aria-label=Results] h1')?.textContent !== text, before)
  }
  const choose = (option: Locator) => counted(() => click(option))

  await click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }))
  await location.waitFor()
  await seniority.focus()
  await counted(() => press('ArrowDown'))
  // A second without a key, and the first choice is made: the next one is another action.
  await page.waitForTimeout(1200)
  await click(seniority)
  await page.waitForFunction(`document.activeElement.matches('select:open')`)
  await press('ArrowDown')
  await counted(() => press('Enter'))
  await choose(skills.locator('option', { hasText: 'Design' }))
  await click(location)
  await places.waitFor()
  await type('har')
  await page.waitForFunction(`document.querySelectorAll('.ts-dropdown [role=option]').length === 1`)
  await click(places.getByRole('option', { name: 'North Harbour' }))
  await places.waitFor({ state: 'hidden' })

  await page.reload()
  await location.waitFor()
  await choose(page.locator('label').filter({ hasText: 'Open to work' }))
  await choose(page.getByRole('checkbox', { name: 'Works remotely' }))
  await choose(page.locator('label').filter({ hasText: '2nd degree' }))
  return { nav: 2, click: 2, type: 1, select: 4, check: 3 }
}

/** Opens a result, moves between its tabs, and writes a message in the frame. */
async function writeMessage({ page, click, type, press }: Hand, origin: string): Promise<Tally> {
  const card = page.getByRole('article').first()
  const tabs = page.getByRole('navigation', { name: 'Profile' })
  const frame = page.frameLocator('iframe[title="Message form"]')

  await page.goto(`${origin}/search`)
  await click(page.getByRole('searchbox', { name: 'Keywords' }))
  await type('engineer')
  await press('Enter')
  await page.waitForURL(/keywords=engineer$/)
  await click(card.getByRole('button', { name: 'More' }))
  await click(card.getByRole('menuitem', { name: 'Save to list' }))
  await page.getByText('Save to list: done').waitFor()
  await click(card.getByRole('link', { name: 'Member 1', exact: true }))
  await frame.getByLabel('Subject').waitFor()
  await click(tabs.getByRole('link', { name: 'About' }))
  await page.getByRole('heading', { name: 'About' }).waitFor()
  await click(tabs.getByRole('link', { name: 'Activity' }))
  await page.getByRole('heading', { name: 'Activity' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'About' }).waitFor()
  await click(frame.getByLabel('Subject'))
  await type('Hello')
  await click(frame.getByLabel('Message', { exact: true }))
  await type('A few words')
  await click(frame.getByText('Send me a copy'))
  await click(frame.getByRole('button', { name: 'Send message' }))
  await frame.getByText('Message sent').waitFor()
  return { nav: 6, click: 8, type: 3, press: 1, check: 1, select: 1 }
}

/** The settings are an exception of the policy: only the click that leads there is recorded. */
async function changeSettings({ page, click, type }: Hand): Promise<Tally> {
  await click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }))
  await page.getByRole('heading', { name: 'Account settings' }).waitFor()
  await click(page.getByLabel('Email'))
  await type('a@example.com')
  await click(page.getByLabel('Current password'))
  await type('not-a-secret')
  await click(page.getByRole('button', { name: 'Save changes' }))
  await page.getByText('Your settings were saved.').waitFor()
  return { click: 1 }
}

export async function usePeople(hand: Hand, origin: string): Promise<Tally> {
  const parts = [await useFeed(hand, origin), await searchPeople(hand), await writeMessage(hand, origin), await changeSettings(hand)]
  return parts.reduce(addTally, {})
}
