import { useEffect } from 'preact/hooks'

/** Goes to the section that the address names, once it is `there`: sections come after the browser has looked for it. */
export function useAnchor(there: boolean): void {
  useEffect(() => {
    if (there) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [there])
}
