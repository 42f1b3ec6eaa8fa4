import { Component, computed, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Person } from '@ferry/contracts';
import { ListKeys } from '../../shortcuts/list-keys';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { MAPPING_FACES, missingLicences } from '../labels/person-labels';
import { PEOPLE_TEXTS } from './people.texts';

/** The id of the link of somebody's row, for whoever comes back to it. */
export function personRowId(id: string): string {
  return `person-${id}`;
}

/** People as a dense table; on a phone each row becomes a block. The name opens the details, the box selects. */
@Component({
  selector: 'ferry-people-table',
  imports: [Icon, ListKeys, Pill, RouterLink],
  templateUrl: './people-table.html',
  styleUrls: ['../table.css', './people-table.css'],
  host: { '[class.beside]': 'open() !== null' },
})
export class PeopleTable {
  readonly people = input.required<readonly Person[]>();
  readonly canSelect = input.required<boolean>();
  /** Id of the person whose details are shown. */
  readonly open = input<string | null>(null);
  readonly chosen = model.required<ReadonlySet<string>>();

  protected readonly texts = PEOPLE_TEXTS;
  protected readonly lines = computed(() =>
    this.people().map((person) => ({
      person,
      mapping: person.identityMapping === undefined ? null : MAPPING_FACES[person.identityMapping],
      missing: missingLicences(person.licences),
      passwords: passwordsOf(person),
    })),
  );
  protected readonly all = computed(() => {
    const chosen = this.people().filter(({ id }) => this.chosen().has(id)).length;
    return {
      checked: chosen > 0 && chosen === this.people().length,
      some: chosen > 0 && chosen < this.people().length,
    };
  });

  protected readonly rowId = personRowId;

  protected toggle(id: string, wanted: boolean): void {
    const chosen = new Set(this.chosen());
    if (wanted) chosen.add(id);
    else chosen.delete(id);
    this.chosen.set(chosen);
  }

  protected toggleAll(wanted: boolean): void {
    this.chosen.set(new Set(wanted ? this.people().map(({ id }) => id) : []));
  }
}

function passwordsOf({ hasSourcePassword, hasTargetPassword }: Person): string {
  const { both, source, target, none } = PEOPLE_TEXTS.passwords;
  if (hasSourcePassword && hasTargetPassword) return both;
  if (hasSourcePassword) return source;
  return hasTargetPassword ? target : none;
}
