/** The page's side as one script, built in memory. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ENTRY = fileURLToPath(new URL('page/bench.ts', import.meta.url))

/** A script that leaves `bench` behind. */
export async function bundleBench(): Promise<string> {
  const lib = { entry: ENTRY, formats: ['iife' as const], name: 'bench' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, target: 'esnext', minify: false, lib } })
  const files = (Array.isArray(built) ? built : 'output' in built ? [built] : []).flatMap(({ output }) => output)
  const [script] = files.filter((file) => file.type === 'chunk')
  if (!script) throw new Error('the bundler made no script')
  return script.code
}
