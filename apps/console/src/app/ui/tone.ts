/** What a colour says; `_page.scss` gives each its pair of tokens. Always shown together with an icon and a word. */
export type Tone = 'ok' | 'run' | 'wait' | 'warn' | 'bad' | 'idle';
