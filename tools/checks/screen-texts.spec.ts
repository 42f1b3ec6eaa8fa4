import { strayTexts } from './screen-texts.mjs';

const PAGE = 'apps/console/src/app/jobs/page.html';

describe('strayTexts', () => {
  it.each([
    ['<h1>All jobs</h1>', 'All jobs'],
    ['@if (busy()) { <p>Please wait</p> }', 'Please wait'],
    ['@for (job of jobs(); track job) { <p>{{ job.name }}</p> } @empty { None yet }', 'None yet'],
    ['<p>{{ count() }} people left</p>', 'people left'],
    ['<input placeholder="Name or address" />', 'Name or address'],
    ['<ferry-notice heading="It failed"><a action>Go</a></ferry-notice>', 'It failed'],
  ])('finds the words in %s', (template, words) => {
    expect(strayTexts(PAGE, template)[0]).toContain(`${PAGE} says "${words}"`);
  });

  it('finds those of a template that stands in its component', () => {
    const component = "@Component({\n  selector: 'ferry-x',\n  template: `<p>Hello there</p>`,\n})";
    expect(strayTexts('apps/console/src/app/x.ts', component)).toHaveLength(1);
  });

  it.each([
    [PAGE, '<h1>{{ texts.heading }}</h1> <p class="muted small" aria-live="polite">{{ name() }}: {{ size() }} · </p>'],
    [PAGE, '<p class="brand"><ferry-icon name="ship" />Ferry</p>'],
    ['apps/console/src/app/x.texts.ts', "  template: 'Download a template',"],
    ['apps/api/src/welcome.html', '<h1>Welcome</h1>'],
    ['apps/console/src/index.html', '<title>Ferry</title><noscript>Scripts are off.</noscript>'],
  ])('leaves alone in %s: %s', (file, text) => {
    expect(strayTexts(file, text)).toEqual([]);
  });

  it('says so of a template that it cannot read', () => {
    expect(strayTexts(PAGE, '@if (x) { <p>')[0]).toContain('cannot be read');
  });
});
