import { createRoot } from 'react-dom/client'
import { createElement } from 'react'
import { show } from './show.js'

/** The same for components of React. */
export function showReact(components) {
  show(
    Object.fromEntries(
      Object.entries(components).map(([name, component]) => [name, (place) => createRoot(place).render(createElement(component))]),
    ),
  )
}
