import type { Tally } from '../tally.ts'
import type { Hand } from './hand.ts'

/** Searches, reads, creates a page, edits it, and finds it again after a reload. TiddlyWiki moves without changing its address. */
export async function useWiki({ page, click, type }: Hand, origin: string): Promise<Tally> {
  const edit = page.locator('.tc-tiddler-edit-frame')
  const text = edit.frameLocator('iframe.tc-edit-texteditor-body').locator('textarea')
  const shown = (title: string) =>
    page.locator('.tc-tiddler-view-frame').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) })
  const save = async (expected: string) => {
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/Demo%20page'))
    await click(edit.getByRole('button', { name: 'Confirm changes to this tiddler' }))
    await saved
    await shown('Demo page').getByText(expected).waitFor()
    await edit.waitFor({ state: 'detached' })
  }

  await page.goto(`${origin}/`)
  await page.locator('.tc-site-title').waitFor()
  await click(page.locator('.tc-search input[type=search]'))
  await type('transclusion')
  await click(page.locator('.tc-search-drop-down').getByRole('link', { name: 'Transclusion', exact: true }).first())
  await shown('Transclusion').waitFor()

  await click(page.locator('.tc-page-controls').getByRole('button', { name: 'new tiddler' }))
  await page.waitForFunction(`document.activeElement?.matches('input.tc-titlebar') && document.activeElement.selectionEnd > 0`)
  await type('Demo page')
  await click(text)
  await type('First line.')
  await save('First line.')

  await click(shown('Demo page').getByRole('button', { name: 'Edit this tiddler' }))
  await edit.waitFor()
  await click(text)
  await type(' More.')
  await save('First line. More.')

  await page.reload()
  await page.locator('.tc-site-title').waitFor()
  await click(page.locator('.tc-sidebar-lists').getByRole('tab', { name: 'Recent' }))
  await click(page.locator('.tc-sidebar-lists').getByRole('link', { name: 'Demo page' }))
  await shown('Demo page').getByText('First line. More.').waitFor()
  return { nav: 2, click: 10, type: 4 }
}
