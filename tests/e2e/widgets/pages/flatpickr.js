import flatpickr from 'flatpickr'
import 'flatpickr/dist/flatpickr.css'
import { show } from './show.js'

const over = (options) => (place) => {
  place.innerHTML = '<label for="date">Date</label> <input id="date">'
  flatpickr('#date', { defaultDate: '2024-05-15', ...options })
}

show({
  date: over({}),
  range: over({ mode: 'range', defaultDate: ['2024-05-02', '2024-05-03'] }),
  time: over({ enableTime: true, noCalendar: true, defaultDate: '10:00' }),
})
