import { ValidationPipe } from '@nestjs/common';
import { pathToFileURL } from 'node:url';
import { inWorkspace } from '../workspace/paths.mjs';

/**
 * Gives bodies to the pipe that the README of the contracts recommends. It is done with the built package and the
 * workspace's own Nest, because Nest would be most of what a consumer's project has to install.
 *
 * @param {object} body of a create, without a fault
 * @returns {Promise<string[]>} one sentence per problem
 */
export async function nestProblems(body) {
  const built = pathToFileURL(inWorkspace('dist', 'libs', 'contracts', 'esm', 'index.js')).href;
  const { CreateCrossTenantMigrationJob } = await import(built);
  const pipe = new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true });
  const parameter = { type: 'body', metatype: CreateCrossTenantMigrationJob };
  const job = await pipe.transform(body, parameter);
  const refusal = await pipe.transform({ ...body, colour: 'blue' }, parameter).catch((error) => error.getResponse());
  return [
    ...(job instanceof CreateCrossTenantMigrationJob ? [] : ['The body is no instance of its class.']),
    ...(job.completeAfterDateTime instanceof Date ? [] : ['The date of the body is no Date.']),
    ...(String(refusal.message).includes('colour') ? [] : ['An unknown member of the body is not refused by name.']),
  ];
}
