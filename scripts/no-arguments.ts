/** For a command that takes no arguments: one that is given does not do what whoever gave it expects, so nothing is done. */
export function refuseArguments(command: string): void {
  const [first] = process.argv.slice(2)
  if (first === undefined) return
  console.error(`npm run ${command} takes no arguments, and was given ${first}.`)
  process.exit(2)
}
