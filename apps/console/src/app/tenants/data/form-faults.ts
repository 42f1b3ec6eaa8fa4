import { computed, type Signal, signal } from '@angular/core';
import type { Fault } from '../../http/service-error';
import { type Faults, faultsOfDetails } from './body-faults';

/**
 * Which faults of a form are shown: those of the fields that somebody has left, all of them after the first try, and what
 * the service refused until the field is changed.
 */
export class FormFaults {
  private readonly leftFields = signal<ReadonlySet<string>>(new Set());
  private readonly wasTried = signal(false);
  private readonly refused = signal<Faults>({});

  readonly shown = computed<Faults>(() => {
    const own = Object.entries(this.own()).filter(([place]) => this.wasTried() || this.leftFields().has(place));
    return { ...this.refused(), ...Object.fromEntries(own) };
  });

  /** @param own what is wrong with the form as it is */
  constructor(private readonly own: Signal<Faults>) {}

  leave(place: string): void {
    this.leftFields.update((places) => new Set([...places, place]));
  }

  /** Something was changed there, or inside of it: what the service said of it says nothing any more. */
  change(place: string): void {
    this.refused.update((faults) =>
      Object.fromEntries(Object.entries(faults).filter(([refused]) => !refused.startsWith(place))),
    );
  }

  /** Before a body is sent: shows everything, and tells whether nothing is wrong. */
  passes(): boolean {
    this.wasTried.set(true);
    this.refused.set({});
    return Object.keys(this.own()).length === 0;
  }

  /** What the service refused; false when none of it belongs to a place, so that it has to be said above the form. */
  refuse(details: readonly Fault[]): boolean {
    this.refused.set(faultsOfDetails(details));
    return Object.keys(this.refused()).length > 0;
  }
}
