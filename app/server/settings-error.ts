/** A setting is wrong or missing; the message is for the operator. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}
