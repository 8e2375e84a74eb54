import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { close, createIndex } from 'pagefind'
import { PROJECT } from '../serve/packages.ts'
import { scratchFolder } from '../serve/scratch-folder.ts'
import { SiteError } from '../serve/site-error.ts'
import { packagePages } from './package-pages.ts'
import { searchArticle, searchHome } from './search-layout.ts'

const SOURCES = fileURLToPath(new URL('.', import.meta.url))

/**
 * Folder of the finished site in `workDir`. It is kept under a name made from what it is built from, the lockfile and the
 * files beside this one, so a second run finds it. It is built elsewhere and renamed: a killed build leaves no half site.
 */
export async function buildSearch(workDir: string, report: (line: string) => void): Promise<string> {
  const site = join(workDir, `search-${await fingerprint()}`)
  if (await exists(site)) {
    report('search: using the index built before')
    return site
  }
  const draft = await scratchFolder(workDir, 'search-draft')
  try {
    const pages = await packagePages()
    report(`search: rendering and indexing ${pages.length} packages with Pagefind`)
    await writePage(draft, '', searchHome(pages))
    for (const found of pages) await writePage(draft, join('packages', found.name), searchArticle(found))
    await copyFile(join(SOURCES, 'search.css'), join(draft, 'search.css'))
    await index(draft)
    await adopt(draft, site)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return site
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(join(PROJECT, 'package-lock.json')))
  for (const name of (await readdir(SOURCES)).toSorted()) hash.update(await readFile(join(SOURCES, name)))
  return hash.digest('hex').slice(0, 16)
}

async function writePage(root: string, folder: string, content: string): Promise<void> {
  const file = join(root, folder, 'index.html')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

async function index(folder: string): Promise<void> {
  try {
    const { index: built, errors } = await createIndex()
    if (!built) throw new SiteError(`search cannot be indexed: ${errors.join('; ')}`)
    const added = await built.addDirectory({ path: folder })
    const written = await built.writeFiles({ outputPath: join(folder, 'pagefind') })
    const problems = [...added.errors, ...written.errors]
    if (problems.length > 0) throw new SiteError(`search cannot be indexed: ${problems.join('; ')}`)
  } finally {
    // Ends the indexer's process, which otherwise lives as long as this one.
    await close()
  }
}

/** Someone else may have finished the same site meanwhile; theirs is as good as ours. */
async function adopt(draft: string, site: string): Promise<void> {
  try {
    await rename(draft, site)
  } catch (error) {
    if (!(await exists(site))) throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
