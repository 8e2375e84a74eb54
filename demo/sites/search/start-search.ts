import { plain } from '../serve/answer.ts'
import { serve, type RunningSite } from '../serve/serve.ts'
import { staticFile } from '../serve/static-file.ts'
import { buildSearch } from './build-search.ts'

/** Pagefind's published search UI over the documentation of the installed npm packages. */
export async function startSearch(workDir: string, port: number, report: (line: string) => void): Promise<RunningSite> {
  const site = await buildSearch(workDir, report)
  return serve('search', port, async (_method, { pathname }) => (await staticFile(site, pathname)) ?? plain(404, 'Not found'), report)
}
