import { afterNextRender, DestroyRef, effect, inject, Injector, type Signal, signal, untracked } from '@angular/core';

/**
 * Lets the parts of a heavy page come one by one: each has a turn of its own, between which the browser paints what is
 * there and hears what somebody types. Made in an injection context, and over with it.
 */
export class PaintTurns {
  private readonly turn = signal(0);
  private readonly injector = inject(Injector);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The turns begin when there is something to paint, and begin anew when it is there again after it was gone. */
  constructor(
    private readonly last: number,
    isThere: Signal<boolean>,
  ) {
    effect(() => {
      const begins = isThere();
      untracked(() => {
        clearTimeout(this.timer);
        this.turn.set(0);
        if (begins) this.next();
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Whether the parts of a turn may be there. */
  reached(turn: number): boolean {
    return this.turn() >= turn;
  }

  private next(): void {
    const paint = () => {
      this.timer = setTimeout(() => {
        this.turn.update((turn) => turn + 1);
        if (this.turn() < this.last) this.next();
      });
    };
    afterNextRender({ read: paint }, { injector: this.injector });
  }
}
