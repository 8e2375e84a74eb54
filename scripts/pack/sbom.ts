import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const run = promisify(execFile)

const Component = z.looseObject({ name: z.string() })
/** CycloneDX, as npm writes it. */
const Bom = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ timestamp: z.string(), tools: z.unknown(), component: Component }),
  components: z.array(Component),
})
const Package = z.object({ name: z.string() })

/** The list is some hundred KB; what npm prints beyond this is not one. */
const MAX_BYTES = 50_000_000

/**
 * The packages that the lockfile in `folder` names, those that build and test included, as CycloneDX. What would differ from one machine
 * or moment to the next is left out: time, serial number, npm's version, the name of the folder, and where packages were loaded from.
 */
export async function billOfMaterials(folder: string): Promise<object> {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { stdout } = await run('npm', words, { cwd: folder, maxBuffer: MAX_BYTES })
  const { serialNumber: _serial, metadata, components, ...bom } = Bom.parse(JSON.parse(stdout))
  const { timestamp: _time, tools: _tools, component, ...about } = metadata
  const { name } = Package.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return {
    ...bom,
    metadata: { ...about, component: { ...withoutPlaces(component), name } },
    components: components.map(withoutPlaces),
  }
}

function withoutPlaces({ externalReferences: _places, ...component }: z.infer<typeof Component>) {
  return component
}
