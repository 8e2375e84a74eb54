/** The sources that everything is built from, for reviewers and for whoever wants to build the same bytes. */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { entryOf, filesIn } from './folder.ts'
import type { Entry } from './zip.ts'

const run = promisify(execFile)

/**
 * The project's files as they are in the folder: those that git tracks, or, where it was unpacked from a source archive, all that
 * `.gitignore` does not name. What else happens to lie about gets into no archive.
 */
export function sourcesOf(root: string): Entry[] {
  if (!existsSync(join(root, '.git'))) {
    const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
    return filesIn(root, (name) => ignored.includes(name) || ignored.includes(`${name}/`))
  }
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  return tracked.flatMap((path) => (existsSync(join(root, path)) ? [entryOf(root, join(root, path))] : []))
}

/** Writes sources into an empty folder, with the packages of `root`. */
export function unpack(sources: Entry[], root: string, folder: string): void {
  for (const { path, bytes, executable = false } of sources) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes, { mode: executable ? 0o755 : 0o644 })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/**
 * Builds the extension in a folder of sources.
 * @returns where the built files are
 * @throws {Error} with the words of the build where it fails
 */
export async function build(folder: string, browser: 'chrome' | 'firefox'): Promise<string> {
  const bin = join(folder, 'node_modules', '.bin')
  // Of the environment nothing else: a NODE_ENV, or whatever bundlers read besides, would make other bytes.
  const env = { PATH: [bin, process.env.PATH ?? ''].join(delimiter), HOME: process.env.HOME ?? folder, NODE_ENV: 'production' }
  await run(join(bin, 'wxt'), ['build', '-b', browser, '--mv3'], { cwd: folder, env })
  return join(folder, '.output', `${browser}-mv3`)
}
