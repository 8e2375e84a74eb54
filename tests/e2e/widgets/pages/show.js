/** Shows the widget that the page names: `<div id="widget" data-show="select">`. */
export function show(widgets) {
  const place = document.querySelector('#widget')
  widgets[place.dataset.show](place)
}
