import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { MetadataLevelInterceptor } from './metadata-level.interceptor';
import { PreferenceInterceptor } from './preference.interceptor';

/**
 * A controller of the contract: what it answers has as much control information as the client asked for, and follows its
 * preferences.
 */
export const ContractController = (path: string): ClassDecorator =>
  applyDecorators(Controller(path), UseInterceptors(new PreferenceInterceptor(), new MetadataLevelInterceptor()));
