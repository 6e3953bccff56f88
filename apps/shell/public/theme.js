// Before the first paint: the language and the light that this browser kept.
;(() => {
  const theme = localStorage.getItem('crm.theme')
  const isDark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.bsTheme = isDark ? 'dark' : 'light'
  document.documentElement.lang = localStorage.getItem('crm.language') ?? 'pl'
})()
