import { useEffect, useState } from 'preact/hooks'

/** Bytes that the extension takes on the disk as the browser reckons it, or null where it does not say. */
export function useStorage(): number | null {
  const [bytes, setBytes] = useState<number | null>(null)
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setBytes(usage ?? null),
      () => setBytes(null),
    )
  }, [])
  return bytes
}
