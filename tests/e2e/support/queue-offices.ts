/** Each test has an office of its own, so that none meets the people of another. All but one open at eight. */
export const QUEUE_OFFICES = {
  states: 'trondelag-trondheim-sentrum',
  display: { nb: 'oslo-gronland', nn: 'vest-bergen-vest', en: 'sor-ost-torp' },
  ticket: { nb: 'sor-vest-randaberg', nn: 'trondelag-naeroy', en: 'vest-oygarden' },
  live: 'sor-vest-sandnes',
  withoutScript: 'ost-politiets-publikumssenter-gralum',
  sound: 'ost-politiets-publikumssenter-lillestrom',
  spoken: 'agder-kristiansand',
  closed: 'innlandet-elverum',
} as const
