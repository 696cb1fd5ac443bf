/** Offices of the real list that differ in what matters to a test. */
export const OFFICES = {
  /** Four counters in a large municipality. */
  large: 'oslo-baerum',
  /** One counter: whoever takes a time takes the last. */
  small: 'troms-bardu',
  anotherSmall: 'innlandet-tynset',
  bus: 'mobile-leknes',
  withoutAddress: 'ost-gardermoen',
} as const
