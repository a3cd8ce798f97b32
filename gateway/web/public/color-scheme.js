// Before the first paint, so that no page flashes in the other theme. A file, because the policy allows no inline script.
;(function () {
  var wish = null
  try {
    wish = localStorage.getItem('color-scheme')
  } catch {
    // no storage: as the system has it
  }
  var dark = wish === 'dark' || (wish !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
