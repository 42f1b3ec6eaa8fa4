import { Workload, WORKLOADS } from '@ferry/contracts';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { BadRequestError } from '../graph/graph-http-error';

/** Reads the name of a workload in any letter case; anything else is refused. */
@Injectable()
export class WorkloadPipe implements PipeTransform<unknown, Workload> {
  transform(text: unknown): Workload {
    const word = typeof text === 'string' ? text.toLowerCase() : null;
    const workload = WORKLOADS.find((candidate) => candidate.toLowerCase() === word);
    if (workload) return workload;
    throw new BadRequestError(`service must be one of ${WORKLOADS.join(', ')}.`, { target: 'service' });
  }
}
