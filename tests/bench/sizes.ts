/** Bytes of each bundle, as built and as gzip sends it. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const OUT = new URL('../../.output/chrome-mv3/', import.meta.url).pathname

console.log('\nBundles, as built and gzipped')
for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' }).toSorted()) {
  if (!/\.(js|css)$/.test(name)) continue
  const bytes = readFileSync(join(OUT, name))
  const kib = (size: number) => `${(size / 1024).toFixed(1)} KiB`.padStart(10)
  console.log(`  ${name.padEnd(34)}${kib(bytes.length)}${kib(gzipSync(bytes, { level: 9 }).length)}`)
}
