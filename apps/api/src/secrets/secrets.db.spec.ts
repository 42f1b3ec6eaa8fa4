import { eq } from 'drizzle-orm';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { TestService } from '../../test/support/test-service';
import { secrets } from '../database/schema';
import { FABRIKAM_ID, NORTHWIND_ID } from '../sandbox/sandbox-directory';
import { SecretKeyMissingError, SecretKeys } from './secret-keys';
import { SecretsService } from './secrets.service';

const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);

describe('Secrets', () => {
  let test: TestDatabase;
  let dataDir: string;

  beforeEach(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'ferry-secrets-'));
  });
  afterEach(async () => {
    await test.destroy();
    rmSync(dataDir, { recursive: true });
  });

  /** Starts the service, does something with its secrets, and stops it. */
  async function withService<T>(settings: object, work: (secretsOf: SecretsService) => Promise<T>): Promise<T> {
    const service = await TestService.on(test, { FERRY_DATA_DIR: dataDir, ...settings });
    try {
      return await work(service.app.get(SecretsService));
    } finally {
      await service.stop();
    }
  }
  const holder = { kind: 'endpoint', id: 'contoso-endpoint' } as const;
  const put = (service: SecretsService, text: string, part = 'Exchange') =>
    service.put(test.database.orm, [{ tenantId: FABRIKAM_ID, holder, part, text }]);
  const open = async (service: SecretsService) =>
    (await service.open(test.database.orm, FABRIKAM_ID, holder.kind, [holder.id])).get(holder.id)?.get('Exchange');
  const keyIds = async () => (await test.database.orm.select().from(secrets)).map(({ keyId }) => keyId);

  it('are kept with a key that is made once, readable by its owner alone, and survive a restart', async () => {
    await withService({}, (service) => put(service, 'one'));
    expect(statSync(join(dataDir, 'secrets', 'key')).mode & 0o777).toBe(0o600);
    expect(await withService({}, open)).toBe('one');
  });

  it('make no key before one is needed', async () => {
    await withService({}, async () => undefined);
    expect(() => statSync(join(dataDir, 'secrets'))).toThrow('ENOENT');
  });

  it('are encrypted anew with a new key at the next start, after which the old one can go', async () => {
    await withService({ FERRY_SECRET_KEY: OLD }, (service) => put(service, 'one'));
    const before = await keyIds();
    const both = { FERRY_SECRET_KEY: NEW, FERRY_SECRET_KEY_PREVIOUS: OLD };
    expect(await withService(both, open)).toBe('one');
    expect(await keyIds()).not.toEqual(before);
    expect(await withService({ FERRY_SECRET_KEY: NEW }, open)).toBe('one');
  });

  it('move from the key of the data folder to one that is set', async () => {
    await withService({}, (service) => put(service, 'one'));
    expect(await withService({ FERRY_SECRET_KEY: NEW }, open)).toBe('one');
    rmSync(join(dataDir, 'secrets'), { recursive: true });
    expect(await withService({ FERRY_SECRET_KEY: NEW }, open)).toBe('one');
  });

  it('say which key is missing, keep the service running, and can be given again', async () => {
    await withService({ FERRY_SECRET_KEY: OLD }, (service) => put(service, 'one'));
    await withService({ FERRY_SECRET_KEY: NEW }, async (service) => {
      await expect(open(service)).rejects.toMatchObject({ status: 409, details: [{ code: 'secretKeyUnknown' }] });
      await put(service, 'two');
      expect(await open(service)).toBe('two');
    });
  });

  it('cannot be opened where they do not belong', async () => {
    await withService({ FERRY_SECRET_KEY: OLD }, async (service) => {
      await put(service, 'one');
      await test.database.orm.update(secrets).set({ tenantId: NORTHWIND_ID }).where(eq(secrets.tenantId, FABRIKAM_ID));
      const moved = service.open(test.database.orm, NORTHWIND_ID, holder.kind, [holder.id]);
      await expect(moved).rejects.toMatchObject({ code: 'secretDamaged' });
    });
    await withService({ FERRY_SECRET_KEY: NEW, FERRY_SECRET_KEY_PREVIOUS: OLD }, async () => undefined);
  });

  it('are refused on a server of many processes without a key', async () => {
    const config = { secretKey: null, secretKeyPrevious: [], databaseUrl: 'postgres://db/ferry', dataDir };
    await expect(new SecretKeys(config).current()).rejects.toThrow(SecretKeyMissingError);
    await expect(new SecretKeys(config).current()).rejects.toThrow('FERRY_SECRET_KEY');
  });
});
