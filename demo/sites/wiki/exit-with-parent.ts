/**
 * Preloaded into the wiki's process. The parent holds the other end of stdin and never writes to it; however the parent
 * ends, SIGKILL included, the kernel closes that end, and the wiki goes too instead of holding its port for ever.
 */
process.stdin.on('end', () => process.exit())
process.stdin.on('error', () => process.exit())
process.stdin.resume()
