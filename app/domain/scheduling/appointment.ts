/** `held` has an expiry and is not yet promised; `confirmed` is promised; `cancelled` owns no time. */
export type AppointmentStatus = 'held' | 'confirmed' | 'cancelled'

/** The languages we can write to a person in. */
export const MESSAGE_LANGUAGES = ['nb', 'nn', 'en'] as const
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number]
