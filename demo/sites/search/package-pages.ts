import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Marked } from 'marked'
import { PROJECT } from '../serve/packages.ts'
import { escapeHtml } from '../serve/html.ts'

export type PackagePage = { name: string; version: string; summary: string; body: string }

/** More than are installed, so that one more does not push another out; a search engine of this size is built in a second or two. */
const MAX_PAGES = 600
/** A README shorter than this only points elsewhere. */
const MIN_LENGTH = 600

const markdown = new Marked({
  gfm: true,
  renderer: {
    // Raw HTML in a README is badges, logos and sponsors: nothing to search, and traffic to other hosts.
    html: () => '',
    image: () => '',
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens).trim()
      if (text === '') return ''
      return /^https?:/.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${text}</a>` : text
    },
    // The page's own heading is the package's name; the README's come below it.
    heading({ tokens, depth }) {
      const level = Math.min(depth + 1, 6)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
  },
})

/** One page for each installed npm package with a README worth reading, in order of name. */
export async function packagePages(): Promise<PackagePage[]> {
  const pages: PackagePage[] = []
  for (const name of await installed(join(PROJECT, 'node_modules'))) {
    const found = await packagePage(name)
    if (found) pages.push(found)
    if (pages.length === MAX_PAGES) break
  }
  return pages
}

async function installed(modules: string): Promise<string[]> {
  const names: string[] = []
  for (const entry of await readdir(modules)) {
    if (entry.startsWith('.')) continue
    if (entry.startsWith('@')) names.push(...(await readdir(join(modules, entry))).map((inner) => `${entry}/${inner}`))
    else names.push(entry)
  }
  return names.toSorted()
}

async function packagePage(name: string): Promise<PackagePage | null> {
  const folder = join(PROJECT, 'node_modules', name)
  const readme = (await readdir(folder)).find((file) => file.toLowerCase() === 'readme.md')
  if (readme === undefined) return null
  const text = await readFile(join(folder, readme), 'utf8')
  if (text.length < MIN_LENGTH) return null
  const facts: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const fact = (key: 'version' | 'description') => {
    const value: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, key) : null
    return typeof value === 'string' ? value : ''
  }
  return { name, version: fact('version'), summary: fact('description'), body: await markdown.parse(text) }
}
