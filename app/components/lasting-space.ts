/**
 * A space before a part of a sentence that stands on a line of its own. One that collapses there is not heard: a reader
 * says "erA12".
 */
export const LASTING_SPACE = '\u00A0'
