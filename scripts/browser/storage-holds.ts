/** Sorted keys, so that equal values are equal texts. */
const CANONICAL = `(value) => JSON.stringify(value, (_, each) =>
  each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each)`

/** Expression for an extension's page: a promise that settles when managed storage holds `expected`, and all of it. */
export const storageHolds = (expected: unknown) => `new Promise((resolve) => {
  const canonical = ${CANONICAL}
  const wanted = canonical(${JSON.stringify(expected)})
  const look = () => chrome.storage.managed.get().then((value) => canonical(value) === wanted && resolve())
  chrome.storage.managed.onChanged.addListener(look)
  look()
})`
