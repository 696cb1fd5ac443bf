import type { GuideData } from '#app/domain/channels/guide.ts'
import type { SearchWords } from '#app/domain/channels/search-concepts.ts'
import type { ExampleSentence } from '#app/domain/channels/search-needs.ts'
import { readCheckedGuide, readExampleSentences, readSearchWords } from '../seed/channels/read-guide.ts'

/**
 * The rules of the guide, read from their files and checked: like the outlines they come with the version, since a table
 * has to be read by somebody before it is in force.
 * @throws {Error} with all that is wrong
 */
export function guideData(from: string): GuideData {
  return readCheckedGuide(from)
}

/**
 * The words by which needs are found; the build has checked them.
 * @throws {Error} with what is wrong
 */
export function searchWords(): SearchWords {
  return readSearchWords()
}

/**
 * What people say about each need.
 * @throws {Error} with what is wrong
 */
export function exampleSentences(): ExampleSentence[] {
  return readExampleSentences()
}
