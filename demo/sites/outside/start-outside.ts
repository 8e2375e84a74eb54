import { page, plain } from '../serve/answer.ts'
import { serve, type RunningSite } from '../serve/serve.ts'
import { CANARY, outsideOtherPage, outsidePage } from './outside-page.ts'

/** The site that is not listed: nothing of it may exist anywhere but in the browser that shows it. */
export function startOutside(
  listed: { wiki: string; search: string; people: string },
  port: number,
  report: (line: string) => void,
): Promise<RunningSite> {
  const home = page(outsidePage(listed))
  const other = page(outsideOtherPage())
  return serve(
    'outside',
    port,
    (_method, { pathname }) => {
      if (pathname === '/') return home
      return pathname.startsWith(`/${CANARY}-`) ? other : plain(404, `${CANARY} not found`)
    },
    report,
  )
}
