ALTER TABLE "jobs" ALTER COLUMN "display_name" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "message" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "created_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "source_endpoint" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "target_delivery_domain" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "jobs" SET "search_text" = lower("display_name" || E'\n' || "created_by");--> statement-breakpoint
CREATE INDEX "jobs_tenant_id" ON "jobs" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_status_place" ON "jobs" USING btree ("tenant_id",array_position(array['submitted', 'approved', 'processing', 'cuttingOver', 'inProgress', 'completed', 'completedWithErrors', 'failed', 'cancelled', 'pendingCancel', 'adminActionRequired', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'validatePassed', 'validateFailed', 'pendingDelete', 'deleted', 'unknownFutureValue']::text[], "status"),"id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_job_type_place" ON "jobs" USING btree ("tenant_id",array_position(array['validate', 'migrate', 'unknownFutureValue']::text[], "job_type"),"id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_source_tenant" ON "jobs" USING btree ("tenant_id","source_tenant_id","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_message" ON "jobs" USING btree ("tenant_id","message","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_created_by" ON "jobs" USING btree ("tenant_id","created_by","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_source_endpoint" ON "jobs" USING btree ("tenant_id",coalesce("source_endpoint", ''),"id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_delivery_domain" ON "jobs" USING btree ("tenant_id",coalesce("target_delivery_domain", ''),"id");