import { WorkerModule } from './app.module';
import type { Config } from './config/config';
import { createContext } from './create-app';
import { Engine } from './engine/engine';
import { HealthServer } from './health/health-server';
import { Readiness } from './health/readiness';
import { addressOf } from './server-address';
import type { Service } from './start';
import { ServiceStop } from './stop/service-stop';

/** Starts a process that migrates, and serves nothing but its health. */
export async function startWorker(config: Config): Promise<Service> {
  const app = await createContext(WorkerModule.of(config), config);
  let health: HealthServer;
  try {
    health = await HealthServer.listen(app.get(Readiness), config.host, config.port);
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    app,
    address: addressOf('http', config, health),
    httpsAddress: null,
    authorityFile: null,
    async stop() {
      app.get(ServiceStop).begin();
      await app.get(Engine).drain();
      await health.close();
      await app.close();
    },
  };
}
