/** The pages of published widgets, each with all it needs in one script and one sheet of styles. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import type { Answer } from '../browser/sites.ts'
import { sveltePlugin } from './svelte-plugin.ts'

const PAGES = new URL('pages', import.meta.url).pathname
/** What pages share is no page. */
const isPage = (file: string) => file.endsWith('.js') && !file.startsWith('show')

/** Answers by file name, as in `antd.js` and `antd.css`. Nothing is written to disk, and all of it takes 10 s. */
export async function bundlePages(): Promise<Map<string, Answer>> {
  const names = readdirSync(PAGES)
    .filter(isPage)
    .map((file) => basename(file, '.js'))
  const built = await build({
    root: PAGES,
    configFile: false,
    // Thousands of modules say 'use client', and each would be a warning.
    logLevel: 'error',
    plugins: [sveltePlugin],
    resolve: { conditions: ['svelte', 'browser', 'import', 'module', 'default'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(PAGES, `${name}.js`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
      },
    },
  })
  const styles = names.map((name): [string, Answer] => [`${name}.css`, { headers: { 'content-type': 'text/css' }, body: '' }])
  return new Map([...styles, ...filesOf(built).map(served)])
}

type File = Rolldown.OutputChunk | Rolldown.OutputAsset

function filesOf(built: Awaited<ReturnType<typeof build>>): File[] {
  if (Array.isArray(built)) return built.flatMap(({ output }) => output)
  if ('output' in built) return built.output
  throw new Error('the bundler watches instead of building')
}

function served(file: File): [string, Answer] {
  const isScript = file.type === 'chunk'
  const body = isScript ? file.code : Buffer.from(file.source)
  return [file.fileName, { headers: { 'content-type': isScript ? 'text/javascript' : 'text/css' }, body }]
}
