/**
 * What the audit tells of. A new kind of change or of reading is added here, never renamed: the names are in the chain.
 */
export const AUDIT_ACTIONS = [
  'login',
  'login-refused',
  'logout',
  'logout-everywhere',
  'step-up',
  'role-changed',
  'appointment-read',
  'appointment-served',
  'appointment-booked-for',
  'appointment-moved-for',
  'appointment-cancelled-for',
  'appointment-restored-for',
  'appointment-change-undone-for',
  'appointment-contact-corrected-for',
  'reminders-stopped-for',
  'reminders-resumed-for',
  'arrived-for',
  'message-read',
  'message-resent',
  'limit-lifted',
  'data-read',
  'data-downloaded',
  'data-changed',
  'data-erased',
  'retention-run',
  'rule-changed',
  'office-closed',
  'audit-read',
  'contact-message-handed-over',
  'contact-message-erased',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Why staff looked at or changed what is another's: chosen from this list, so that no words about a person are kept. */
export const AUDIT_REASONS = [
  'asked-by-the-person',
  'asked-by-a-guardian',
  'asked-by-another-authority',
  'office-closed',
  'mistake-put-right',
  'suspected-misuse',
  'technical-fault',
  'other',
] as const

export type AuditReason = (typeof AUDIT_REASONS)[number]

/** Kinds of things that an entry may be about. */
export type AuditObjectKind =
  | 'appointment'
  | 'ticket'
  | 'person'
  | 'staff'
  | 'message'
  | 'contact-message'
  | 'office'
  | 'limit'
  | 'rule'
  | 'session'
