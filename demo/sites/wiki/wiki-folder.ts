import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageFile } from '../serve/packages.ts'

/** Parts of TiddlyWiki's own manual, and the macros its pages are written with. */
const CHAPTERS = ['concepts', 'workingwithtw', 'features', '_tw_shared/doc-utilities']
/** Pages that show something from another host: the demo needs no network and causes no traffic. */
const REMOTE = /<iframe|<\$image|\[img\[http|<<youtube/

/** What the owner of a wiki sets first: a title, and the pages that are open at the start. */
const SETTINGS: Record<string, string> = {
  SiteTitle: 'Example Wiki',
  SiteSubtitle: 'a wiki for the demo',
  DefaultTiddlers: '[[Creating and editing tiddlers]] [[Wiki]] [[Tiddlers]]',
}

/** Fills `folder` with a wiki of TiddlyWiki's `server` edition and about a hundred pages; returns how many. */
export async function fillWiki(folder: string): Promise<number> {
  const pages = join(folder, 'tiddlers')
  await mkdir(pages, { recursive: true })
  await copyFile(packageFile('tiddlywiki', 'editions/server/tiddlywiki.info'), join(folder, 'tiddlywiki.info'))
  const counts = await Promise.all(CHAPTERS.map((chapter) => copyChapter(chapter, pages)))
  for (const [name, text] of Object.entries(SETTINGS)) {
    await writeFile(join(pages, `$__${name}.tid`), `title: $:/${name}\n\n${text}`)
  }
  return counts.reduce((sum, count) => sum + count, 0)
}

async function copyChapter(chapter: string, pages: string): Promise<number> {
  const source = packageFile('tiddlywiki', 'editions/tw5.com/tiddlers', chapter)
  let count = 0
  for (const name of await readdir(source)) {
    if (!name.endsWith('.tid')) continue
    const text = await readFile(join(source, name), 'utf8')
    if (REMOTE.test(text)) continue
    await writeFile(join(pages, name), text)
    count += 1
  }
  return count
}
