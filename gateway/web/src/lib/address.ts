/**
 * How the address follows a control that builds on what the page shows. A navigation is a transition otherwise: the
 * page may go on to show the filters before it, and the next click or key would be added to those.
 */
export const AT_ONCE = { flushSync: true }

/** The same, without a step in the history. */
export const IN_PLACE = { ...AT_ONCE, replace: true, preventScrollReset: true }
