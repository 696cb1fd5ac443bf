/** So many signs fit into the field of the guide: as much as a few sentences. The error says it too (validation:words.too-long). */
export const LONGEST_WORDS = 300
