/** What a page of the built extension loads before it shows anything. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const OUT = new URL('../.output/chrome-mv3/', import.meta.url).pathname

/** Bytes, gzipped, of the page itself, its scripts and its styles. @param page as in `popup.html` */
export function pageWeight(page: string): number {
  const html = readFileSync(join(OUT, page), 'utf8')
  const files = [page, ...[...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path = '']) => path)]
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(OUT, file)), { level: 9 }).length, 0)
}
