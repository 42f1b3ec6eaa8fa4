import { JobStatus, SandboxTroubleKind, Workload } from '@ferry/contracts';
import { ADMIN, createBody, fabrikamPerson, TestService } from '../../../test/support/test-service';
import { SandboxControlModule } from '../control/sandbox-control.module';
import { TroubleControl } from '../control/trouble-control';
import { FABRIKAM_ID } from '../sandbox-directory';
import { SandboxTroublesRepository } from './sandbox-troubles.repository';

const DISCONNECT = {
  kind: SandboxTroubleKind.Disconnect,
  personId: fabrikamPerson(1),
  service: Workload.ODSP,
  times: 3,
};

describe('SandboxTroubles', () => {
  let service: TestService;

  afterEach(() => service.destroy());

  it('hold over a restart, and so does how often they have happened', async () => {
    const settings = { FERRY_PAST_DATE: 'due-now', FERRY_ON_CREATE: 'migrate' };
    service = await TestService.start(settings);
    await service.app.get(TroubleControl).drive(FABRIKAM_ID, [DISCONNECT]);
    const [trouble] = await service.app.get(SandboxTroublesRepository).list(FABRIKAM_ID);
    expect(await service.app.get(SandboxTroublesRepository).happen(trouble?.id ?? 0, 2)).toBe(2);
    await service.stop();

    service = await TestService.on(service.test, settings);
    expect(await service.app.get(TroubleControl).list(FABRIKAM_ID)).toMatchObject([{ ...DISCONNECT, happened: 2 }]);
    const body = createBody([1], new Date(0), { workloads: [Workload.ODSP] });
    const job = await service.jobs.create(ADMIN, body);
    await service.until(job, JobStatus.Completed);
    expect(await service.app.get(TroubleControl).list(FABRIKAM_ID)).toMatchObject([{ happened: 3 }]);
  });

  it('happen as often as they are to, however many ask at once, and not at all once they are cleared', async () => {
    service = await TestService.start();
    const repository = service.app.get(SandboxTroublesRepository);
    await service.app.get(TroubleControl).drive(FABRIKAM_ID, [DISCONNECT]);
    const [{ id } = { id: 0 }] = await repository.list(FABRIKAM_ID);
    const often = await Promise.all(Array.from({ length: 8 }, () => repository.happen(id, 2)));
    expect(often.reduce((sum, times) => sum + times, 0)).toBe(3);
    await service.app.get(TroubleControl).drive(FABRIKAM_ID, [DISCONNECT]);
    expect(await repository.happen(id, 1)).toBe(0);
    expect(await service.app.get(TroubleControl).list(FABRIKAM_ID)).toMatchObject([{ happened: 0 }]);
  });
});

describe('SandboxControlModule', () => {
  it('is empty outside of the sandbox: nothing can be driven there', () => {
    expect(SandboxControlModule.of({ sandbox: false, role: 'all' })).toEqual({ module: SandboxControlModule });
  });
});
