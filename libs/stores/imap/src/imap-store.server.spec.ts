import { itemStoreContract } from '@ferry/stores-spi/testing';
import { flagsOf } from './flags';
import { MailServer } from './testing/mail-server';
import { namedSample } from './testing/named-sample';

let server: MailServer;

beforeAll(async () => {
  server = await MailServer.start();
});
afterAll(() => server.stop());

itemStoreContract({
  name: 'ImapStore on Dovecot',
  async create() {
    const user = server.freshUser();
    const store = server.store(user);
    const outside = await server.client(user);
    return {
      store,
      named: (sample) => namedSample(sample),
      async seed(container, items) {
        await outside.mailboxCreate(container);
        for (const { header, content } of items) {
          await outside.append(container, Buffer.from(content), flagsOf(header.properties), header.dateTime);
        }
      },
      reopen: async () => server.store(user),
      destroy: () => outside.logout(),
    };
  },
});
