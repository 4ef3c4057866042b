/** What a person may have to prove in the middle of something: that they are still here, or who they are. */
export type Proof = 'sign-in' | 'step-up'

type Listener = () => void

/**
 * Between a call that was refused for want of a proof and the dialog that asks for it. The call waits, the dialog stands
 * over the page, and a filled form stays as it is. Several calls that wait for the same proof wait for one dialog.
 */
class Gate {
  #waiting = new Map<Proof, { promise: Promise<boolean>; resolve: (proved: boolean) => void }>()
  #listeners = new Set<Listener>()
  #proofs: readonly Proof[] = []
  /** Nobody is asked again who was not signed in before. */
  open = false

  /** Resolves when the proof was given (true) or the person gave up (false). */
  ask(proof: Proof): Promise<boolean> {
    const known = this.#waiting.get(proof)
    if (known) return known.promise
    let resolve: (proved: boolean) => void = () => {}
    const promise = new Promise<boolean>((done) => {
      resolve = done
    })
    this.#waiting.set(proof, { promise, resolve })
    this.#changed()
    return promise
  }

  /** The dialog's answer. */
  settle(proof: Proof, proved: boolean): void {
    const waiting = this.#waiting.get(proof)
    this.#waiting.delete(proof)
    this.#changed()
    waiting?.resolve(proved)
  }

  /** What is being asked for now, in the order it was asked. */
  proofs = (): readonly Proof[] => this.#proofs

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    this.#proofs = [...this.#waiting.keys()]
    for (const listener of this.#listeners) listener()
  }
}

/** The one gate of the page. */
export const gate = new Gate()

/** Which proof a refusal asks for. */
export function proofFor(code: string | undefined): Proof | null {
  if (code === 'step-up-required') return 'step-up'
  return code === 'not-signed-in' ? 'sign-in' : null
}
