import noUiSlider from 'nouislider'
import 'nouislider/dist/nouislider.css'
import { show } from './show.js'

const slider = (options) => (place) => {
  place.innerHTML = '<div id="slider" style="width:400px;margin:40px"></div>'
  noUiSlider.create(document.querySelector('#slider'), { range: { min: 0, max: 100 }, ...options })
}

show({
  one: slider({ start: 20, handleAttributes: [{ 'aria-label': 'Volume' }] }),
  two: slider({ start: [20, 80], connect: true, handleAttributes: [{ 'aria-label': 'Minimum' }, { 'aria-label': 'Maximum' }] }),
})
