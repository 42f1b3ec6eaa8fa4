import { type ConnectionTest, Workload, WORKLOADS } from '@ferry/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { EndpointsService } from '../endpoints/endpoints.service';
import { BadRequestError, GraphHttpError } from '../graph/graph-http-error';
import { HostPolicy } from '../hosts/host-policy';
import { PeopleService } from '../people/people.service';
import { TenantsService } from '../tenants/tenants.service';
import { AccessService } from './access.service';
import { CONNECTION_PROBES, type ConnectionProbes, type ProbeStep, type TestProgress } from './connection-probe';
import { attempt } from './probe-attempt';
import { AccessMissingError, type ServiceAccess } from './service-access';

const LONGEST_TEST_MS = 60_000;

/** A test that may begin: everybody whom it names is there. The signal says that nobody waits for it any more. */
export type ReadyTest = (progress: TestProgress, stopped: AbortSignal) => Promise<ConnectionTest>;

/** Tries connections as a given person, step by step, and says of each what was seen and what to do about it. */
@Injectable()
export class ConnectionTestsService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly endpoints: EndpointsService,
    private readonly people: PeopleService,
    private readonly access: AccessService,
    private readonly hosts: HostPolicy,
    @Inject(CONNECTION_PROBES) private readonly probes: ConnectionProbes,
  ) {}

  /** Tries how the source tenant of an endpoint is reached, in the workloads that can be connected to. */
  async ofEndpoint(callerTenantId: string, tenantId: string, name: string, personId: string): Promise<ReadyTest> {
    const endpoint = await this.endpoints.require(callerTenantId, tenantId, name);
    const { id } = await this.people.get(callerTenantId, tenantId, personId);
    const { tenantId: ownId, sourceTenantId } = endpoint;
    const source = { tenantId: ownId, sourceTenantId, sourceEndpoint: name };
    return this.ready(() => this.access.toSource(source, id, Workload.Exchange));
  }

  /** Tries how a workload of a tenant is reached: of the caller's own, or of one that it registered as a source. */
  async ofService(callerTenantId: string, tenantId: string, word: string, personId: string): Promise<ReadyTest> {
    const tenant = await this.tenants.require(callerTenantId, tenantId);
    const service = WORKLOADS.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
    if (!service) {
      throw new BadRequestError(`The workload must be one of ${WORKLOADS.join(', ')}.`, { target: 'service' });
    }
    const { id } = await this.people.get(callerTenantId, callerTenantId, personId);
    const source = { tenantId: callerTenantId, sourceTenantId: tenant.id, sourceEndpoint: null };
    const isOwn = tenant.id === callerTenantId;
    return this.ready(() =>
      isOwn ? this.access.toTarget(callerTenantId, id, service) : this.access.toSource(source, id, service),
    );
  }

  private ready(find: () => Promise<ServiceAccess>): ReadyTest {
    return async (progress, stopped) => {
      const signal = AbortSignal.any([AbortSignal.timeout(LONGEST_TEST_MS), stopped]);
      const steps = await this.steps(find, progress, signal);
      return { ok: steps.every(({ ok }) => ok), steps: [...steps] };
    };
  }

  private async steps(
    find: () => Promise<ServiceAccess>,
    progress: TestProgress,
    signal: AbortSignal,
  ): Promise<readonly ProbeStep[]> {
    const credentials = await attempt(
      'credentials',
      async () => {
        const access = await find();
        const detail =
          access.over === 'sandbox'
            ? 'The tenant belongs to the sandbox, which is reached without a connection.'
            : `Signs in as ${access.signIn.user}, by ${access.signIn.kind}.`;
        return { detail, result: access };
      },
      accessRemedy,
      progress,
    );
    const access = credentials.result;
    if (access?.over !== 'connection') return [credentials.step];
    const { connection, signIn } = access;
    const hosts = [connection.host, ...('tokenEndpoint' in signIn ? [new URL(signIn.tokenEndpoint).hostname] : [])];
    const steps = [credentials.step];
    const addresses: string[] = [];
    for (const host of hosts) {
      const found = await attempt('host', () => this.addressOf(host), hostRemedy, progress);
      steps.push(found.step);
      if (found.result === null) return steps;
      addresses.push(found.result);
    }
    const [address = connection.host] = addresses;
    const probe = this.probes[connection.protocol];
    return [...steps, ...(await probe.probe({ ...access, address }, signal, progress))];
  }

  private async addressOf(host: string): Promise<{ detail: string; result: string }> {
    const addresses = await this.hosts.resolve(host);
    const found = addresses.map(({ address }) => address);
    return { detail: `${host} is allowed, and has the address ${found.join(', ')}.`, result: found[0] ?? host };
  }
}

function accessRemedy(error: Error): string {
  if (error instanceof AccessMissingError) return error.remedy;
  return error instanceof GraphHttpError ? error.message : 'Give the secret again; the log has more.';
}

const HOST_REMEDIES: Readonly<Record<string, string>> = {
  hostRefused: 'Use another host, or let the operator of Ferry allow it.',
  ENOTFOUND: 'Check how the host is spelled, and whether it is in the DNS that Ferry asks.',
  EAI_AGAIN: 'The DNS does not answer. Try again, and check the network of Ferry.',
};

function hostRemedy({ code = '' }: NodeJS.ErrnoException): string {
  return HOST_REMEDIES[code] ?? 'Check the host.';
}
