/** The pages of `deploy/` lead somewhere, and none leaves an administrator alone half-way. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidePages } from '../../../scripts/policy/guide.ts'

const pages = guidePages()
const headings = (page: string) => [...page.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words)
/** As the site that shows Markdown makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
const PLATFORMS = ['linux', 'windows', 'macos', 'google-admin', 'intune', 'firefox']

test.each(PLATFORMS)('the page for %s says how to install, verify, update and roll back, and remove', (platform) => {
  const found = headings(pages[`deploy/${platform}.md`] ?? '').join('\n')
  for (const step of [/install/i, /verify/i, /update and roll back/i, /remove/i]) expect(found).toMatch(step)
  expect(pages['deploy/README.md']).toContain(`(${platform}.md)`)
})

describe.each(Object.entries(pages))('%s', (path, page) => {
  test('leads to headings that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([\w./-]*)#([\w-]+)\)/g)]
    const dead = links.filter(([, file = '', anchor]) => {
      const target = file === '' ? page : pages[normalize(join(dirname(path), file))]
      return !headings(target ?? '').some((heading) => anchorOf(heading) === anchor)
    })
    expect(dead.map(([link]) => link)).toEqual([])
  })

  test('names files that are there', () => {
    const named = [...page.matchAll(/(?:`|kit\/)((?:linux|windows|macos|intune|google-admin|firefox)\/[\w./-]+\.\w+)/g)].map(
      ([, file = '']) => file,
    )
    expect(named.filter((file) => !existsSync(join(import.meta.dirname, '../../../deploy', file)))).toEqual([])
  })

  test('is short enough to be read', () => {
    expect(page.split('\n').length).toBeLessThan(200)
  })
})
