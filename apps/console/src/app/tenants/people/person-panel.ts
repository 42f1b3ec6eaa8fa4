import { Component, computed, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { Person } from '@ferry/contracts';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { LICENCE_LABELS, LICENCES, MAPPING_FACES } from '../labels/person-labels';
import { PEOPLE_TEXTS } from './people.texts';

/** Everything that is known of a person. Of passwords it says whether they are kept. */
@Component({
  selector: 'ferry-person-panel',
  imports: [Icon, MatButton, MatIconButton, Pill],
  templateUrl: './person-panel.html',
  styleUrls: ['../facts.css', './person-panel.css'],
  host: { '(keydown.escape)': 'closed.emit()' },
})
export class PersonPanel {
  readonly person = input.required<Person>();
  readonly canRemove = input.required<boolean>();

  readonly closed = output();
  readonly removed = output();

  protected readonly texts = PEOPLE_TEXTS.panel;
  protected readonly remove = PEOPLE_TEXTS.remove;
  protected readonly mapping = computed(() => {
    const { identityMapping } = this.person();
    return identityMapping === undefined ? null : MAPPING_FACES[identityMapping];
  });
  protected readonly facts = computed(() => {
    const { id, mail, sourceMail, sourceId, sourceLogin, targetLogin } = this.person();
    const { hasSourcePassword, hasTargetPassword } = this.person();
    const { texts } = this;
    const password = (isKept: boolean | undefined) => (isKept ? texts.kept : texts.notKept);
    return [
      { name: texts.mail, value: mail, note: '' },
      { name: texts.targetLogin, value: targetLogin ?? texts.asAddress, note: password(hasTargetPassword) },
      { name: texts.sourceMail, value: sourceMail ?? texts.unknown, note: '' },
      { name: texts.sourceLogin, value: sourceLogin ?? texts.asAddress, note: password(hasSourcePassword) },
      { name: texts.sourceId, value: sourceId ?? texts.unknown, note: '' },
      { name: texts.id, value: id, note: '' },
    ];
  });
  protected readonly licences = computed(() => {
    const { licences } = this.person();
    if (licences === undefined) return [];
    return LICENCES.map((licence) => ({ label: LICENCE_LABELS[licence], has: licences[licence] }));
  });
}
