import { DOCUMENT, inject, Service } from '@angular/core';
import { ICONS, type IconName } from './icons';

/** The icons as elements. Each is parsed once: a table has hundreds of them, and a copy costs a fraction. */
@Service()
export class IconDrawings {
  private readonly document = inject(DOCUMENT);
  private readonly parsed = new Map<IconName, DocumentFragment>();

  copyOf(name: IconName): Node {
    const drawing = this.parsed.get(name) ?? this.parse(ICONS[name]);
    this.parsed.set(name, drawing);
    return drawing.cloneNode(true);
  }

  /** The text is a file of the build, never data. */
  private parse(text: string): DocumentFragment {
    return this.document.createRange().createContextualFragment(text);
  }
}
