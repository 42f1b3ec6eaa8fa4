/** The words of the parts that every page is made of. */
export const UI_TEXTS = {
  breadcrumb: 'Breadcrumb',
  loading: 'Loading',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  emptyPage: 'Nothing on this page',
  range: (first: string, last: string) => `${first} to ${last}`,
  rangeOf: (first: string, last: string, total: string) => `${first} to ${last} of ${total}`,
} as const;
