import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Answer } from './answer.ts'

/** The types that the four sites serve; a browser refuses WebAssembly streaming and module scripts under any other. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/**
 * Reads the file at URL path `path` (still percent-encoded) under folder `root`; a path ending in `/` means its
 * `index.html`. Null when there is none, or when it lies outside the folder once dots and symbolic links are resolved.
 */
export async function staticFile(root: string, path: string): Promise<Answer | null> {
  let name
  try {
    name = decodeURIComponent(path)
  } catch {
    return null // A stray percent sign names no file.
  }
  if (name.endsWith('/')) name += 'index.html'
  try {
    const folder = await realpath(root)
    const file = await realpath(join(folder, name))
    if (!file.startsWith(folder + sep)) return null
    const body = await readFile(file)
    return { status: 200, headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }, body }
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

/** No such file, a folder, a file used as a folder, a name no file system takes (NUL, too long). */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].some((absence) => absence === code)
}
