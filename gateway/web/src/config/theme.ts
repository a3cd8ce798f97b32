import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent, for actions. Near Discord's Blurple, so that the two stand side by side in peace. */
const iris: MantineColorsTuple = [
  '#f0f1fe',
  '#e0e1fc',
  '#cbcdf8',
  '#b0b3f1',
  '#9496ea',
  '#7c7ce2',
  '#5b5bd6',
  '#5151cd',
  '#4540b5',
  '#332e81',
]

/** Mantine's dark room, a little cooler and calmer. */
const dark: MantineColorsTuple = [
  '#e8e9ec',
  '#b4b7be',
  '#9a9ea7',
  '#7c808a',
  '#3b3e45',
  '#2e3036',
  '#212329',
  '#18191d',
  '#111214',
  '#0b0c0d',
]

const gray: MantineColorsTuple = [
  '#fbfbfc',
  '#f4f4f6',
  '#ebebef',
  '#e1e1e7',
  '#cfcfd7',
  '#b3b4be',
  '#878994',
  '#5d5f69',
  '#40424a',
  '#1c1d21',
]

/** Dark enough for white words on it, and for its own on white. */
const red: MantineColorsTuple = [
  '#fff1f0',
  '#ffdfdd',
  '#ffc0bc',
  '#fb9892',
  '#f0736b',
  '#e05048',
  '#c9332b',
  '#b32820',
  '#96201a',
  '#771814',
]

export const theme = createTheme({
  colors: { iris, dark, gray, red },
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  black: gray[9],
  fontFamily: "'Geist Variable', system-ui, sans-serif",
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '1.15' },
      h2: { fontSize: '1.375rem', lineHeight: '1.25' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  radius: { sm: '8px', md: '12px', lg: '16px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.5 },
        transitionProps: { duration: 160 },
        closeButtonProps: { 'aria-label': 'Close' },
        styles: { title: { lineHeight: 1.35 } },
        attributes: { header: { role: 'presentation' } }, // a page has one banner
      },
    },
    // beside its button and not at the end of the page: inside the landmark that it belongs to
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 120 },
        withinPortal: false,
        withInitialFocusPlaceholder: false, // the first item has data-autofocus: a menu has items alone
        floatingStrategy: 'fixed',
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
  },
})
