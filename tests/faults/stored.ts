import { openArchive } from '../../collector/storage.ts'
import { marksOfBatch } from './held.ts'

/** Reads the clicks a collector has stored in `dataDir`, repetitions and all. Each batch is unpacked once: they never change. */
export function openStored(dataDir: string): () => string[] {
  const known = new Map<string, string[]>()
  return () => {
    const archive = openArchive(dataDir)
    try {
      const marks: string[] = []
      for (const { id, body } of archive.batches()) {
        const read = known.get(id) ?? marksOfBatch(body)
        known.set(id, read)
        marks.push(...read)
      }
      return marks
    } finally {
      archive.close()
    }
  }
}
