/** The id of the control of a place in a body: `services.Exchange.folders[0].source` has characters that ids do not like. */
export function fieldId(place: string): string {
  return place.replace(/[.[\]]+/g, '-');
}

/** Puts the focus on the first field that is at fault, once it says so. */
export function focusFirstFault(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
