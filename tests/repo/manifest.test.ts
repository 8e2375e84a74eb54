import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, read, trackedFiles } from './tracked.ts'

const source = readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8')
const privacy = readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8')

/** Built once by `npm test` before anything else; read here as a browser reads it. */
const built = (browser: string): unknown => JSON.parse(readFileSync(join(ROOT, `.output/${browser}-mv3/manifest.json`), 'utf8'))
const manifest = built('chrome')

const PERMISSIONS = ['storage', 'alarms', 'scripting', 'unlimitedStorage']

test.each(['chrome', 'firefox'])('the manifest for %s asks for these permissions and no other, each explained in PRIVACY.md', (browser) => {
  expect(built(browser)).toMatchObject({ permissions: PERMISSIONS, incognito: 'not_allowed' })
  expect(built(browser)).not.toHaveProperty('optional_permissions')
  expect(built(browser)).not.toHaveProperty('optional_host_permissions')
  for (const permission of PERMISSIONS) expect(privacy).toMatch(new RegExp(`^\\| \`${permission}\` +\\| \\S[^|]+\\| \\S`, 'm'))
})

const code = trackedFiles()
  .filter((file) => /^(lib|entrypoints)\/.*\.tsx?$/.test(file))
  .map(read)
  .join('')

test('no permission is asked for that the code has no use for', () => {
  const isUsed = (permission: string) =>
    permission === 'unlimitedStorage' ? code.includes('indexedDB') : code.includes(`browser.${permission}.`)
  expect(PERMISSIONS.filter((permission) => !isUsed(permission))).toEqual([])
})

test('no other extension and no page is listened to', () => {
  expect(manifest).toMatchObject({ externally_connectable: { ids: [] } })
  // Firefox has no such key; there it depends on who listens.
  expect(code).not.toMatch(/on(Message|Connect)External/)
})

test('plain http is asked for on loopback only', () => {
  const { host_permissions: hosts = [] }: { host_permissions?: string[] } = Object(manifest)
  expect(
    hosts
      .filter((host) => !host.startsWith('https://'))
      .every((host) => /^http:\/\/(\*\.)?(localhost|127\.0\.0\.1|\[::1\])\/\*$/.test(host)),
  ).toBe(true)
  expect(hosts).toContain('https://*/*')
})

test('nothing is static, and nothing of ours can be loaded by a page', () => {
  expect(manifest).not.toHaveProperty('content_scripts')
  expect(manifest).not.toHaveProperty('web_accessible_resources')
  expect(source).not.toContain('all_urls')
})
