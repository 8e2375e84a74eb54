import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { watch } from 'node:fs'
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CANARY } from '../../../demo/sites/outside/outside-page.ts'
import { scratchFolder } from '../../../demo/sites/serve/scratch-folder.ts'
import { SiteError } from '../../../demo/sites/serve/site-error.ts'
import { startSites, type Sites } from '../../../demo/sites/sites.ts'
import { startWiki } from '../../../demo/sites/wiki/start-wiki.ts'

const quiet = () => {}
let workDir: string
let sites: Sites

beforeAll(async () => {
  workDir = await mkdtemp(join(tmpdir(), 'sites-'))
  sites = await startSites(workDir, quiet)
  // Beside the search site's folder, where no request may reach, and a link out of the folder to it.
  await writeFile(join(workDir, 'beside.html'), 'beside')
  const [search = ''] = (await readdir(workDir)).filter((name) => name.startsWith('search-'))
  await symlink('../beside.html', join(workDir, search, 'link.html'))
}, 60_000)

afterAll(async () => {
  await sites?.stop()
  await rm(workDir, { recursive: true })
})

/** Asks 127.0.0.1 under the site's own name; what a browser does with `*.localhost`, which Node resolves as the system does. */
function ask(origin: string, path: string, init: RequestInit = {}): Promise<Response> {
  const { host, port } = new URL(origin)
  return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init, headers: { host, ...init.headers } })
}
const text = async (origin: string, path: string) => (await ask(origin, path)).text()

const found = async (query: string) => /(\d+) members/.exec(await text(sites.people, `/search${query}`))?.[1]

/** Status of a request whose path is sent as it stands, dots and all. */
async function rawStatus(origin: string, path: string, method = 'GET'): Promise<number | undefined> {
  const { host, port } = new URL(origin)
  const [response] = await once(request({ host: '127.0.0.1', port, path, method, headers: { host } }).end(), 'response')
  response.resume()
  return response.statusCode
}

const places = () => [sites.wiki, sites.search, sites.people, sites.outside]

/** `open` or the error code of a connection. */
async function listens(origin: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  const answer = await once(socket, 'connect').then(
    () => 'open',
    (error: NodeJS.ErrnoException) => error.code ?? 'error',
  )
  socket.destroy()
  return answer
}

const wikiFolders = async () => (await readdir(workDir)).filter((name) => name.startsWith('wiki-'))

test('each site has a name of its own and answers under it', async () => {
  const names = places().map((origin) => new URL(origin).hostname)
  expect(names).toEqual(['wiki.localhost', 'search.localhost', 'people.localhost', 'outside.localhost'])
  expect(await text(sites.wiki, '/')).toContain('Example Wiki')
  expect(await text(sites.search, '/')).toContain('Package handbook')
  expect(await text(sites.people, '/')).toContain('Start a post')
  expect(await text(sites.outside, '/')).toContain(CANARY)
})

describe('wiki', () => {
  test('has the pages of a real manual', async () => {
    const pages = await (await ask(sites.wiki, '/recipes/default/tiddlers.json')).json()
    expect(pages).toContainEqual(expect.objectContaining({ title: 'Transclusion' }))
  })

  test('saves a page to its folder and gives it back', async () => {
    const [folder = ''] = await wikiFolders()
    const watcher = watch(join(workDir, folder, 'tiddlers'))
    const changes = on(watcher, 'change')
    const body = JSON.stringify({ title: 'Shopping', text: 'first' })
    const headers = { 'x-requested-with': 'TiddlyWiki' }
    const saved = await ask(sites.wiki, '/recipes/default/tiddlers/Shopping', { method: 'PUT', body, headers })
    expect(saved.status).toBe(204)
    for await (const [, filename] of changes) if (filename === 'Shopping.tid') break
    watcher.close()
    expect(await (await ask(sites.wiki, '/recipes/default/tiddlers/Shopping')).json()).toMatchObject({ title: 'Shopping', text: 'first' })
  })

  test('a taken port is an error that says so, and leaves no folder behind', async () => {
    const before = await wikiFolders()
    const failing = startWiki(workDir, Number(new URL(sites.wiki).port), quiet)
    await expect(failing).rejects.toThrow(/^wiki ended with 1 before it listened on port \d+: .*EADDRINUSE.*$/)
    expect(await wikiFolders()).toEqual(before)
  })
})

describe('search', () => {
  test('has an index of every page it lists', async () => {
    const entry = await (await ask(sites.search, '/pagefind/pagefind-entry.json')).json()
    const listed = (await text(sites.search, '/')).match(/href="\/packages\//g)
    expect(entry.languages.en.page_count).toBe(listed?.length)
    expect(listed?.length).toBeGreaterThan(100)
    const ui = await ask(sites.search, '/pagefind/pagefind-ui.js')
    expect(ui.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('an article has its heading, a link home, and nothing from another host', async () => {
    const article = await text(sites.search, '/packages/marked/')
    expect(article).toContain('<h1>marked</h1>')
    expect(article).toContain('href="/"')
    expect(article.replace(/<a [^>]*>/g, '')).not.toMatch(/(?:src|href|srcset)="https?:/)
  })

  const absent = ['/nothing-here', '/packages/marked', '/../index.html/', '/%00', '/%', `/${'a'.repeat(3000)}`]
  const outsideFolder = ['/..%2fbeside.html', '/packages/..%2f..%2fbeside.html', '/link.html']
  test.each([...absent, ...outsideFolder])('%s is not found', async (path) => expect(await rawStatus(sites.search, path)).toBe(404))

  test('a request that is not for a path, or not GET or POST, is refused', async () => {
    expect(await rawStatus(sites.search, '//example.com/')).toBe(400)
    expect(await rawStatus(sites.search, '/', 'DELETE')).toBe(405)
    expect(await rawStatus(sites.search, '/', 'HEAD')).toBe(200)
  })
})

describe('people', () => {
  test('the feed goes on until it ends', async () => {
    let path: string | undefined = '/'
    const positions: string[] = []
    while (path) {
      const page = await text(sites.people, path)
      positions.push(...[...page.replace(/<template>[^]*<\/template>/, '').matchAll(/aria-posinset="(\d+)"/g)].map(([, at]) => at ?? ''))
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]
    }
    expect(positions).toEqual(Array.from({ length: 48 }, (_, index) => String(index + 1)))
  })

  test('filters narrow the search together', async () => {
    expect(await found('')).toBe('72')
    expect(await found('?keywords=&location=&degree=')).toBe('72')
    expect(await found('?keywords=engineer')).toBe('11')
    expect(await found('?seniority=Lead')).toBe('14')
    expect(await found('?seniority=Lead&open=yes')).toBe('5')
    expect(await found('?skills=Design&skills=Accounting')).toBe('0')
  })

  test('what was asked for is shown as text, never as markup', async () => {
    const page = await text(sites.people, `/search?keywords=${encodeURIComponent('"><script>x</script>')}`)
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"')
  })

  test('every tab of a profile has an address', async () => {
    for (const heading of ['Posts', 'About', 'Activity']) {
      const path = heading === 'Posts' ? '' : `/${heading.toLowerCase()}`
      expect(await text(sites.people, `/in/member-12${path}`)).toContain(`<h2 class="h5">${heading}</h2>`)
    }
  })

  const nowhere = ['/in/member-0', '/in/member-12/nothing', '/in/member-12/toString', '/vendor/other.js', '/members.ts']
  test.each(nowhere)('%s is no page', async (path) => expect(await rawStatus(sites.people, path)).toBe(404))

  test('forms are accepted and nothing of them comes back', async () => {
    const saved = await ask(sites.people, '/settings', { method: 'POST', body: new URLSearchParams({ password: 'swordfish' }) })
    expect([saved.status, saved.headers.get('location'), await saved.text()]).toEqual([303, '/settings?saved=yes', ''])
    expect((await ask(sites.people, '/messages', { method: 'POST', body: 'hello' })).status).toBe(204)
    expect((await ask(sites.people, '/', { method: 'POST', body: 'hello' })).status).toBe(404)
  })
})

describe('outside', () => {
  test.each(['/', `/${CANARY}-sent?x=y`])('every text, value and title of %s carries the canary', async (path) => {
    const page = (await text(sites.outside, path)).replace(/^[^]*?<title>/, '<title>')
    const texts = page.split(/<[^>]*>/).map((part) => part.trim())
    const attributes = page.matchAll(/ (?:value|title|placeholder|name|aria-label|class|data-note|action)="([^"]*)"/g)
    const values = [...attributes].map(([, value]) => value)
    const told = [...texts, ...values].filter((part) => part !== '')
    expect(told.length).toBeGreaterThan(3)
    expect(told.filter((part) => !part?.includes(CANARY))).toEqual([])
  })

  test('it shows a frame of a listed site and links to all of them', async () => {
    const page = await text(sites.outside, '/')
    expect(page).toContain(`<iframe title="${CANARY} message form" src="${sites.people}/messages/new?to=member-3">`)
    for (const origin of [sites.wiki, sites.search, sites.people]) expect(page).toContain(`href="${origin}/`)
    expect((await ask(sites.people, '/messages/new?to=member-3')).headers.get('x-frame-options')).toBeNull()
  })
})

describe('starting and stopping', () => {
  test('when one site cannot start, the others are stopped and the error names it', async () => {
    const lines: string[] = []
    const people = Number(new URL(sites.people).port)
    const failing = startSites(workDir, (line) => lines.push(line), { ports: { people } })
    await expect(failing).rejects.toThrow(new SiteError(`people cannot listen on port ${people} of 127.0.0.1`))
    const up = lines.flatMap((line) => /^(http:\S+) is up/.exec(line)?.[1] ?? [])
    expect(up).toHaveLength(2)
    expect(await Promise.all(up.map(listens))).toEqual(['ECONNREFUSED', 'ECONNREFUSED'])
  })

  test('a second run finds the index, and the wiki goes when its parent is killed', async () => {
    const code = `
      import { startSites } from ${JSON.stringify(new URL('../../../demo/sites/sites.ts', import.meta.url).href)}
      await startSites(${JSON.stringify(workDir)}, console.log)
      console.log('ready')`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const lines: string[] = []
      for await (const line of createInterface(parent.stdout)) {
        lines.push(line)
        if (line === 'ready') break
      }
      expect(lines).toContain('search: using the index built before')
      expect(await wikiFolders()).toHaveLength(2)

      const port = lines.flatMap((line) => /^http:\/\/wiki\.localhost:(\d+)/.exec(line)?.[1] ?? [])[0]
      const socket = connect(Number(port), '127.0.0.1')
      await once(socket, 'connect')
      const gone = once(socket, 'close')
      parent.kill('SIGKILL')
      // The kernel closes the connection when the wiki's process is gone, and no sooner.
      await gone
    } finally {
      parent.kill('SIGKILL')
    }

    await scratchFolder(workDir, 'wiki')
    const mine = expect.stringContaining(`-${process.pid}-`)
    expect(await wikiFolders()).toEqual([mine, mine])
  })

  test('after stop nothing listens and no scratch wiki is left', async () => {
    expect(await Promise.all(places().map(listens))).toEqual(Array(4).fill('open'))
    const before = await wikiFolders()
    await sites.stop()
    await sites.stop()
    expect(await Promise.all(places().map(listens))).toEqual(Array(4).fill('ECONNREFUSED'))
    expect(await wikiFolders()).toHaveLength(before.length - 1)
  })
})
