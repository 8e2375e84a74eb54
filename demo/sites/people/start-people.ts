import { fileURLToPath } from 'node:url'
import { page, plain, seeOther, type Answer } from '../serve/answer.ts'
import { packageFile } from '../serve/packages.ts'
import { serve, type RunningSite } from '../serve/serve.ts'
import { staticFile } from '../serve/static-file.ts'
import { feedPage } from './feed-page.ts'
import { messagePage, settingsPage } from './form-pages.ts'
import { MEMBERS, memberAt } from './members.ts'
import { TABS, profilePage, type Tab } from './profile-page.ts'
import { searchPage } from './search-page.ts'

const OWN_FILES = fileURLToPath(new URL('.', import.meta.url))

/** Each as [folder, file]: the published builds, untouched. */
const FILES: Record<string, readonly [string, string]> = {
  '/people.css': [OWN_FILES, 'people.css'],
  '/people.js': [OWN_FILES, 'people.js'],
  '/vendor/bootstrap.css': [packageFile('bootstrap', 'dist/css'), 'bootstrap.min.css'],
  '/vendor/bootstrap.js': [packageFile('bootstrap', 'dist/js'), 'bootstrap.bundle.min.js'],
  '/vendor/tom-select.css': [packageFile('tom-select', 'dist/css'), 'tom-select.bootstrap5.min.css'],
  '/vendor/tom-select.js': [packageFile('tom-select', 'dist/js'), 'tom-select.complete.min.js'],
}

/** A professional network of numbered members, built from Bootstrap and Tom Select. It keeps nothing that is posted. */
export function startPeople(port: number, report: (line: string) => void): Promise<RunningSite> {
  report(`people: serving ${MEMBERS.length} members with Bootstrap and Tom Select`)
  return serve('people', port, respond, report)
}

async function respond(method: 'GET' | 'POST', url: URL): Promise<Answer> {
  if (method === 'POST') return posted(url.pathname)
  const file = FILES[url.pathname]
  return (file && (await staticFile(file[0], file[1]))) ?? shown(url)
}

function posted(pathname: string): Answer {
  if (pathname === '/settings') return seeOther('/settings?saved=yes')
  return pathname === '/messages' ? { status: 204, headers: {}, body: '' } : plain(404, 'Not found')
}

function shown({ pathname, searchParams }: URL): Answer {
  if (pathname === '/') return page(feedPage(pageNumber(searchParams)))
  if (pathname === '/search') return page(searchPage(searchParams))
  if (pathname === '/settings') return page(settingsPage(searchParams.has('saved')))
  if (pathname === '/messages/new') return page(messagePage(bySlug(searchParams.get('to')) ?? memberAt(0)))
  const [, slug, tab = ''] = /^\/in\/([^/]+)(?:\/([^/]+))?$/.exec(pathname) ?? []
  const member = bySlug(slug)
  return member && isTab(tab) ? page(profilePage(member, tab)) : plain(404, 'Not found')
}

const bySlug = (slug: string | null | undefined) => MEMBERS.find((member) => member.slug === slug)
const isTab = (name: string): name is Tab => Object.hasOwn(TABS, name)

function pageNumber(query: URLSearchParams): number {
  const number = Number(query.get('page'))
  return Number.isSafeInteger(number) && number > 0 ? number : 1
}
