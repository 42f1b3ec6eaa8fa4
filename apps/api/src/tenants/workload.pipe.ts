import { Workload, WORKLOADS } from '@ferry/contracts';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { BadRequestError } from '../graph/graph-http-error';

/** Reads the name of a workload in any letter case; anything else is refused. */
@Injectable()
export class WorkloadPipe implements PipeTransform<string | undefined, Workload> {
  transform(text: string | undefined): Workload {
    const workload = WORKLOADS.find((candidate) => candidate.toLowerCase() === text?.toLowerCase());
    if (workload) return workload;
    throw new BadRequestError(`service must be one of ${WORKLOADS.join(', ')}.`, { target: 'service' });
  }
}
