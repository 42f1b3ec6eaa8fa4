import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { ChangeOptionsInterceptor } from './change-options.interceptor';
import { MetadataLevelInterceptor } from './metadata-level.interceptor';
import { PreferenceInterceptor } from './preference.interceptor';

/**
 * A controller of the contract: what it answers has as much control information as the client asked for, and follows its
 * preferences; a change takes no query options.
 */
export const ContractController = (path: string): ClassDecorator =>
  applyDecorators(
    Controller(path),
    UseInterceptors(new ChangeOptionsInterceptor(), new PreferenceInterceptor(), new MetadataLevelInterceptor()),
  );
