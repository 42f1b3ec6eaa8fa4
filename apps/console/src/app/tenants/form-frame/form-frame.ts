import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Breadcrumb, type Crumb } from '../../ui/breadcrumb/breadcrumb';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import type { FormState } from '../data/form-store';
import { focusFirstFault } from '../field-id';

/** The words of a frame that differ from form to form. */
export interface FormFrameTexts {
  readonly loadFailure: string;
  readonly failure: string;
  readonly cancel: string;
  readonly register: string;
  readonly save: string;
}

/** What surrounds the fields of a form that registers or changes something: the way back, what went wrong, the buttons. */
@Component({
  selector: 'ferry-form-frame',
  imports: [Breadcrumb, FailureNotice, Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './form-frame.html',
  styleUrl: '../form.css',
})
export class FormFrame {
  readonly state = input.required<FormState>();
  readonly texts = input.required<FormFrameTexts>();
  readonly crumbs = input.required<readonly Crumb[]>();
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  /** Where it leads to leave the form. */
  readonly back = input.required<readonly string[]>();

  /** What the form begins with shall be read again. */
  readonly retry = output();
  readonly save = output();

  private readonly injector = inject(Injector);
  private readonly form = viewChild<ElementRef<HTMLElement>>('form');

  protected readonly isNew = computed(() => this.state().before() === null);

  /** Puts the focus on the first field that is at fault, once it says so. */
  focusFault(): void {
    const focus = () => {
      const form = this.form();
      if (form !== undefined) focusFirstFault(form.nativeElement);
    };
    afterNextRender(focus, { injector: this.injector });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.save.emit();
  }
}
