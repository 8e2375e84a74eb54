import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { ROOT } from './tracked.ts'

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string(), message: z.string(), help: z.string().optional() })),
})
type Complaint = { code: string; message: string }

/** What the project's linter, with the project's configuration, says of a small tree of files: complaints by file. */
export function lint(files: Record<string, string>): Map<string, Complaint[]> {
  const { path, remove } = temporaryFolder('lint')
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(ROOT, name), join(path, name))
    // For the types of Node, which the rules that need types start from.
    symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'))
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), source)
    }
    const folders = [...new Set(Object.keys(files).map((file) => file.split('/', 1)[0] ?? ''))]
    const program = join(ROOT, 'node_modules/.bin/oxlint')
    const { stdout, stderr } = spawnSync(program, ['--type-aware', '-f', 'json', ...folders], { cwd: path, encoding: 'utf8' })
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr)
    const { diagnostics } = Report.parse(JSON.parse(stdout))
    return Map.groupBy(
      diagnostics.map(({ code, message, help = '', filename }) => ({ code, message: `${message} ${help}`, filename })),
      ({ filename }) => filename,
    )
  } finally {
    remove()
  }
}
