DROP INDEX "jobs_unsettled";--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "skipped_items_allowed" integer;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "accepted_skipped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_unsettled" ON "jobs" USING btree ("complete_after") WHERE "jobs"."status" in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'adminActionRequired', 'cuttingOver', 'pendingCancel', 'pendingDelete');