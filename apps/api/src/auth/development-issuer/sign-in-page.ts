import { SANDBOX_TENANTS, type SeedSignIn } from '../../sandbox/sandbox-directory';

/** Someone to choose, and the address that chooses them. */
export interface Choice {
  readonly person: SeedSignIn;
  readonly address: string;
}

const MAY: Readonly<Record<SeedSignIn['scope'], string>> = {
  ReadWrite: 'May migrate',
  Read: 'May only look',
};

/** The page on which somebody of the sandbox is chosen. There is no password. */
export function signInPage(choices: readonly Choice[]): string {
  const groups = SANDBOX_TENANTS.map(({ id, displayName }) => ({
    displayName,
    members: choices.filter(({ person }) => person.tenantId === id),
  })).filter(({ members }) => members.length > 0);
  const sections = groups.map(
    ({ displayName, members }) =>
      `<section><h2>${escaped(displayName)}</h2><ul>${members.map(choiceItem).join('')}</ul></section>`,
  );
  return page(
    'Sign in to the Ferry sandbox',
    `<h1>Who are you?</h1>
    <p>This is the sandbox: its tenants and people are made up, and nobody has a password.</p>
    ${sections.join('\n    ')}`,
  );
}

/** The page for a request whose client must not be sent anything. */
export function signInErrorPage(message: string): string {
  return page('Sign-in is not possible', `<h1>Sign-in is not possible</h1>\n    <p>${escaped(message)}</p>`);
}

function choiceItem({ person, address }: Choice): string {
  const { displayName, upn, scope } = person;
  return `<li><a href="${escaped(address)}"><strong>${escaped(displayName)}</strong><span>${escaped(upn)}</span><small>${MAY[scope]}</small></a></li>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  <title>${escaped(title)}</title>
  <style>${STYLE}</style>
</head>
<body>
  <main>
    ${body}
  </main>
</body>
</html>
`;
}

const STYLE = `
  :root { --canvas: #f6f8f9; --surface: #fff; --line: #e1e7eb; --ink: #15212a; --ink-2: #4d5f6c; --accent: #0b6a8a; --accent-soft: #e3f1f6; }
  @media (prefers-color-scheme: dark) {
    :root { --canvas: #0e151a; --surface: #141d24; --line: #25323b; --ink: #e6edf1; --ink-2: #a9b8c2; --accent: #55b9dc; --accent-soft: #12303c; }
  }
  * { box-sizing: border-box; margin: 0; }
  body { background: var(--canvas); color: var(--ink); font: 13px/20px "Inter Variable", Inter, system-ui, sans-serif; padding: 40px 16px; }
  main { max-width: 440px; margin: 0 auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 24px; }
  h1 { font-size: 20px; line-height: 28px; font-weight: 620; }
  h2 { font-size: 12px; line-height: 16px; font-weight: 600; color: var(--ink-2); margin: 18px 0 8px; }
  p { color: var(--ink-2); margin-top: 4px; }
  ul { list-style: none; padding: 0; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
  li + li { border-top: 1px solid var(--line); }
  a { display: grid; gap: 0 12px; grid-template-columns: 1fr auto; padding: 8px 12px; color: inherit; text-decoration: none; }
  a:hover { background: var(--accent-soft); }
  a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
  strong { font-weight: 550; grid-column: 1 / -1; }
  span, small { font-size: 12px; color: var(--ink-2); }
`;
