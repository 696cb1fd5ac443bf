import { z } from 'zod'

const MESSAGE = 'validation:delay.minutes'

/** How many minutes an office is behind its times: less is not worth telling, more is another day. */
export const DelayAnnouncement = z.object({
  minutes: z
    .string()
    .regex(/^\d{1,3}$/, MESSAGE)
    .transform(Number)
    .refine((minutes) => 5 <= minutes && minutes <= 240, MESSAGE),
})
