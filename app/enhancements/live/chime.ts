// Three tones that are made here: no file to load, and nothing that another page sounds like.

const TONES_HERTZ = [659, 784, 988]
const TONE_SECONDS = 0.32
const LOUD = 0.35

/** Browsers let a page sound only after a press: `turnOn` is to be called in one. */
export function createChime() {
  let context: AudioContext | null = null

  return {
    async turnOn(): Promise<void> {
      context ??= new AudioContext()
      await context.resume()
    },
    turnOff(): void {
      void context?.close()
      context = null
    },
    isOn: () => context?.state === 'running',
    play(): void {
      if (!context) return
      for (const [index, hertz] of TONES_HERTZ.entries()) {
        const start = context.currentTime + index * TONE_SECONDS * 0.8
        const tone = context.createOscillator()
        const volume = context.createGain()
        tone.frequency.value = hertz
        volume.gain.setValueAtTime(0.0001, start)
        volume.gain.exponentialRampToValueAtTime(LOUD, start + 0.02)
        volume.gain.exponentialRampToValueAtTime(0.0001, start + TONE_SECONDS)
        tone.connect(volume).connect(context.destination)
        tone.start(start)
        tone.stop(start + TONE_SECONDS)
      }
    },
  }
}
