import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../scripts/temporary-folder.ts'
import { ROOT } from './tracked.ts'

/** A project of one package, beside a folder of programs that stands for the machine. */
const LOCK = {
  '': {},
  'node_modules/one': { integrity: 'sha512-one' },
  'node_modules/other-system': { integrity: 'sha512-x', optional: true },
}
const INSTALLED = { 'node_modules/one': { integrity: 'sha512-one' } }
let folder: ReturnType<typeof temporaryFolder>
const at = (...path: string[]) => join(folder.path, ...path)

function put(path: string, text: string, mode = 0o644): void {
  mkdirSync(join(at(path), '..'), { recursive: true })
  writeFileSync(at(path), text)
  chmodSync(at(path), mode)
}
const program = (name: string, script: string) =>
  put(`machine/${name}`, `#!/bin/sh\necho "${name} $*" >>${at('called')}\n${script}\n`, 0o755)
const installed = (packages: object) => put('node_modules/.package-lock.json', JSON.stringify({ packages }))
const called = () => (existsSync(at('called')) ? readFileSync(at('called'), 'utf8').split('\n').filter(Boolean) : [])

beforeEach(() => {
  folder = temporaryFolder('bootstrap')
  mkdirSync(at('scripts'))
  cpSync(join(ROOT, 'scripts/bootstrap.mjs'), at('scripts/bootstrap.mjs'))
  put('package-lock.json', JSON.stringify({ packages: LOCK }))
  put('scripts/test.ts', 'process.exit(Number(process.argv[2] ?? 0))\n')
  put('demo/main.ts', "const answer: string = [process.env.CHROMIUM, ...process.argv.slice(2)].join(' ')\nconsole.log(answer)\n")
  program(
    'npm',
    `mkdir -p ${at('node_modules')}; echo '${JSON.stringify({ packages: INSTALLED })}' >${at('node_modules/.package-lock.json')}`,
  )
  program('chromium', '')
  program('firefox-esr', '')
  // No sh, env or sudo of the machine: what a test does not put here is not there.
  for (const name of ['sh', 'mkdir', 'env'])
    symlinkSync(spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(), at('machine', name))
  installed(INSTALLED)
})
afterEach(() => folder.remove())

const env = () => ({ PATH: at('machine') })
function bootstrap(...words: string[]) {
  return spawnSync(process.execPath, [at('scripts/bootstrap.mjs'), ...words], { encoding: 'utf8', env: env() })
}

test('with everything there nothing is installed, and nothing said', () => {
  const { status, stdout } = bootstrap('demo', '--scripted', 'two words')
  expect({ status, stdout, called: called() }).toEqual({
    status: 0,
    stdout: `${at('machine/chromium')} --scripted two words\n`,
    called: [],
  })
})

test.each([[[]], [['bogus']], [['toString']]])('%j is answered with the usage', (words) => {
  const { status, stderr } = bootstrap(...words)
  expect(status).toBe(2)
  expect(stderr).toContain('Usage: node scripts/bootstrap.mjs demo|test')
})

test.each([
  ['are missing', null],
  ['have another digest', { 'node_modules/one': { integrity: 'sha512-older' } }],
  ['lack one', {}],
  ['hold one too many', { ...INSTALLED, 'node_modules/two': { integrity: 'sha512-two' } }],
])('packages that %s are installed from the lockfile', (_, packages) => {
  if (packages) installed(packages)
  else put('node_modules/.package-lock.json', JSON.stringify({}))
  const { status, stdout } = bootstrap('install')
  expect(status).toBe(0)
  expect(called()).toEqual(['npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error'])
  expect(stdout).toMatch(/installing npm packages: npm install[^]*done in \d/)
})

test('packages for this kind of machine that the lockfile leaves out are no reason to install', () => {
  installed({ ...INSTALLED, 'node_modules/this-system': { integrity: 'sha512-y', optional: true } })
  expect([bootstrap('install').status, called()]).toEqual([0, []])
})

test('an installation that is not what the lockfile says is not used', () => {
  installed({})
  program('npm', `echo '{"packages":{"node_modules/one":{"integrity":"sha512-newer"}}}' >${at('node_modules/.package-lock.json')}`)
  const { status, stderr } = bootstrap('demo')
  expect(status).toBe(1)
  expect(stderr).toContain('other packages than package-lock.json names')
})

test('a failed installation ends it, before anything runs', () => {
  installed({})
  program('npm', 'exit 7')
  const { status, stderr, stdout } = bootstrap('demo')
  expect(status).toBe(1)
  expect(stderr).toContain('installing npm packages failed.')
  expect(stdout).not.toContain('chromium')
})

test.each(['chromium', 'firefox-esr'])('a missing %s is installed with apt-get, its list read first', (name) => {
  const browser = at('machine', name)
  spawnSync('mv', [browser, at('packed')])
  program('apt-get', `case "$*" in *install*) mv ${at('packed')} ${browser};; esac`)
  symlinkSync(spawnSync('which', ['mv'], { encoding: 'utf8' }).stdout.trim(), at('machine/mv'))
  program('sudo', 'shift; exec "$@"')
  const { status } = bootstrap('install')
  expect(status).toBe(0)
  const apt = called().filter((line) => line.startsWith('apt-get'))
  expect(apt).toEqual(['apt-get update -q', `apt-get install -q -y --no-install-recommends ${name}`])
})

test.each([
  ['chromium', 'demo', 'CHROMIUM'],
  ['firefox-esr', 'test', 'FIREFOX'],
])('without %s and without apt-get, a sentence says what to do', (name, command, variable) => {
  spawnSync('rm', [at('machine', name)])
  const { status, stderr } = bootstrap(command)
  expect(status).toBe(1)
  expect(stderr).toContain(`name its program in the ${variable} variable`)
})

test('the demo needs no Firefox', () => {
  spawnSync('rm', [at('machine/firefox-esr')])
  expect(bootstrap('demo').status).toBe(0)
})

test('a browser that CHROMIUM names must be a program', () => {
  const { status, stderr } = spawnSync(process.execPath, [at('scripts/bootstrap.mjs'), 'demo'], {
    encoding: 'utf8',
    env: { ...env(), CHROMIUM: at('package-lock.json') },
  })
  expect(status).toBe(1)
  expect(stderr).toContain('package-lock.json is not a program')
})

test.each([0, 1, 3])('the exit code %i of the command is passed on', (code) => {
  expect(bootstrap('test', String(code)).status).toBe(code)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the command, which ends in its own time', async (signal) => {
  put(
    'demo/main.ts',
    `process.on('${signal}', () => { console.log('ending'); process.exit(5) })\nsetTimeout(() => process.exit(9), 15_000)\nconsole.log('ready')\n`,
  )
  const child = spawn(process.execPath, [at('scripts/bootstrap.mjs'), 'demo'], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!said.includes('ready') && text.includes('ready')) child.kill(signal)
    said += text
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(5)
  expect(said).toContain('ending')
})
