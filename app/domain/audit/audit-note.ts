import type { Digest } from './audit-chain.ts'

/** What staff wrote beside a reason. It may name a person, so it is no part of the chain and can be erased. */
export type AuditNote = { hash: string; salt: string; text: string; at: number }

/** The salt keeps a short text from being guessed by its hash once the note is erased. */
export function auditNote({ text, salt, at }: Omit<AuditNote, 'hash'>, digest: Digest): AuditNote {
  return { hash: digest(JSON.stringify(['audit-note-1', salt, text])), salt, text, at }
}
