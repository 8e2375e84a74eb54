/** The demo's applications, served again under the names that the suite records. */
import { text } from 'node:stream/consumers'
import { startPeople } from '../../../demo/sites/people/start-people.ts'
import { startWiki } from '../../../demo/sites/wiki/start-wiki.ts'
import { temporaryFolder } from '../../../scripts/temporary-folder.ts'
import type { Page as Served, Sites } from '../browser/sites.ts'
import { DONE } from '../intents/situation.ts'

/** Everything that the situations ask the applications for. */
const PEOPLE = ['/people', '/search', '/in/member-1', '/in/member-1/about', '/messages/new', '/people.css', '/people.js']
const VENDOR = ['bootstrap.css', 'bootstrap.js', 'tom-select.css', 'tom-select.js'].map((file) => `/vendor/${file}`)
const WIKI = ['/', '/status', '/recipes/default/tiddlers.json']
const SAVED = ['Draft%20of%20%27New%20Tiddler%27', 'New%20Tiddler', 'Demo%20page', '%24%3A%2FStoryList'].map(
  (title) => `/recipes/default/tiddlers/${title}`,
)

export async function openApplications(sites: Sites): Promise<() => Promise<void>> {
  const folder = temporaryFolder('applications')
  const quietly = () => {}
  const [people, wiki] = await Promise.all([startPeople(0, quietly), startWiki(folder.path, 0, quietly)])
  for (const path of [...PEOPLE, ...VENDOR]) sites.set(`listed.localhost${path}`, mirror(people.origin, path === '/people' ? '/' : path))
  for (const path of [...WIKI, ...SAVED]) sites.set(`beside.localhost${path}`, mirror(wiki.origin, path))
  return async () => {
    await Promise.all([people.stop(), wiki.stop()])
    folder.remove()
  }
}

/** Above the bars that stay at the top of these pages. */
const DONE_ON_TOP = DONE.replace('position:fixed', 'position:fixed;z-index:2000')

/** What another server answers; every page of it with the button that ends a visit. */
function mirror(origin: string, path: string): Served {
  return async (request) => {
    const { method = 'GET', url = '' } = request
    const [, query = ''] = url.split('?')
    // Browsers know every name under .localhost; Node asks the system, which may not.
    const answer = await fetch(`http://127.0.0.1:${new URL(origin).port}${path}?${query}`, {
      method,
      headers: { 'content-type': request.headers['content-type'] ?? '', 'x-requested-with': 'TiddlyWiki' },
      ...(method === 'PUT' ? { body: await text(request) } : {}),
    })
    const type = answer.headers.get('content-type') ?? ''
    const etag = answer.headers.get('etag')
    const body = await answer.text()
    return {
      status: answer.status,
      headers: { 'content-type': type, ...(etag === null ? {} : { etag }) },
      body: type.startsWith('text/html') ? body.replace('</body>', `${DONE_ON_TOP}</body>`) : body,
    }
  }
}
