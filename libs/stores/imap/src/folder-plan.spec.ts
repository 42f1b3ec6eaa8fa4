import { FolderPlan, pairFolders, type PurposefulFolder } from './folder-plan';

const SLASH = { prefix: '', delimiter: '/' };
const CYRUS = { prefix: 'INBOX.', delimiter: '.' };

describe('FolderPlan', () => {
  it('spells folders as the server does', () => {
    const plan = new FolderPlan(CYRUS);
    expect(plan.mailboxOf('INBOX')).toBe('INBOX');
    expect(plan.mailboxOf('Work/2024')).toBe('INBOX.Work.2024');
    expect(plan.pathOf('INBOX.Work.2024')).toBe('Work/2024');
  });

  it('knows the inbox in any case, also above its folders', () => {
    const plan = new FolderPlan(SLASH);
    expect(plan.pathOf('inbox')).toBe('INBOX');
    expect(plan.pathOf('Inbox/Work')).toBe('INBOX/Work');
  });

  it('takes a pair with all below it, the longest first', () => {
    const plan = new FolderPlan(SLASH, [
      { path: 'Gesendet', mailbox: 'Sent' },
      { path: 'Gesendet/Alt', mailbox: 'Archive/Old' },
    ]);
    expect(plan.mailboxOf('Gesendet/2023')).toBe('Sent/2023');
    expect(plan.mailboxOf('Gesendet/Alt/2001')).toBe('Archive/Old/2001');
    expect(plan.pathOf('Archive/Old/2001')).toBe('Gesendet/Alt/2001');
    expect(plan.pathOf('Sent')).toBe('Gesendet');
  });

  it('never gives two containers one mailbox, nor two mailboxes one container', () => {
    const plan = new FolderPlan(SLASH, [{ path: 'Gesendet', mailbox: 'Sent' }]);
    const paths = ['Gesendet', 'Gesendet/2023', 'Sent', 'Sent/2023', 'Sent2'];
    const mailboxes = paths.map((path) => plan.mailboxOf(path));
    expect(mailboxes).toEqual(['Sent', 'Sent/2023', 'Sent (2)', 'Sent (2)/2023', 'Sent2']);
    expect(mailboxes.map((mailbox) => plan.pathOf(mailbox))).toEqual(paths);
    expect(plan.pathOf('Gesendet')).toBe('Gesendet (2)');
  });
});

describe('pairing folders', () => {
  const folder = (path: string, specialUse: PurposefulFolder['specialUse'] = null): PurposefulFolder => ({
    path,
    mailbox: path,
    specialUse,
  });

  it('goes by what they are for, whatever they are called', () => {
    const pairs = pairFolders([folder('Gesendet', '\\Sent'), folder('Work')], [folder('Sent Items', '\\Sent')], []);
    expect(pairs).toEqual([{ path: 'Gesendet', mailbox: 'Sent Items' }]);
  });

  it('lets an explicit pair win on either side', () => {
    const source = [folder('Gesendet', '\\Sent'), folder('Müll', '\\Trash')];
    const target = [folder('Sent', '\\Sent'), folder('Trash', '\\Trash')];
    const explicit = [
      { path: 'Gesendet', mailbox: 'Old Sent' },
      { path: 'Junk', mailbox: 'Trash' },
    ];
    expect(pairFolders(source, target, explicit)).toEqual(explicit);
  });

  it('takes what is only in \\All for archived mail where the target has no \\All', () => {
    expect(pairFolders([folder('All Mail', '\\All')], [folder('Archive', '\\Archive')], [])).toEqual([
      { path: 'All Mail', mailbox: 'Archive' },
    ]);
  });
});
