/** The notice and the settings page, without a mouse. */
import { expect, test } from './browser/fixtures.ts'
import { listedPolicy, type Parts } from './browser/scene.ts'
import { open, walksByTab } from './own-pages.ts'
import { inForce } from './recorded.ts'

const policy = (parts: Parts) => ({
  ...listedPolicy(parts),
  notice: { company: 'Example Company', contact: 'privacy@example.com', url: 'https://example.com/notice', consent: 'ask' },
})
test.use({ options: { policy } })

test('the notice is answered, and the answer changed, by the keyboard alone', async ({ scene }) => {
  await inForce(scene, 1)
  const notice = await open(scene, 'notice.html')
  await notice.getByRole('button', { name: 'Agree', exact: true }).waitFor()
  expect(await walksByTab(notice)).toEqual([
    'Agree',
    'Do not record',
    'Sites and settings',
    'Ask privacy@example.com.',
    'Full notice of Example Company',
  ])
  const answers = [
    ['Agree', 'Enter', 'You agreed to be recorded'],
    ['Stop recording me', 'Space', 'You chose not to be recorded'],
    ['Agree after all', 'Enter', 'You agreed to be recorded'],
  ] as const
  for (const [button, key, outcome] of answers) {
    await notice.getByRole('button', { name: button, exact: true }).focus()
    await notice.keyboard.press(key)
    await expect(notice.locator('#answer [role="status"]')).toContainText(outcome)
    await expect(notice.locator('#answer [role="status"]')).toBeFocused()
  }
})

test('the keys are shown as the browser has them', async ({ scene }) => {
  const keys = await scene.launched.inExtension('chrome.commands.getAll().then((all) => all.map(({ shortcut }) => shortcut))')
  const notice = await open(scene, 'notice.html')
  await expect(notice.locator('.shortcuts kbd')).toHaveText(keys as string[])
})

test('everything on the settings page is reached by Tab', async ({ scene }) => {
  await inForce(scene, 1)
  const options = await open(scene, 'options.html')
  await options.getByText('All pages of listed.localhost').waitFor()
  const met = await walksByTab(options)
  expect(met).toEqual(expect.arrayContaining(['What is recorded', 'Send now', 'Delete', 'The settings as read, for administrators']))
})
