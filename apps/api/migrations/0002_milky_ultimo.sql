CREATE TABLE "endpoint_slots" (
	"tenant_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"number" integer NOT NULL,
	"run_id" bigint,
	"owner" uuid,
	CONSTRAINT "endpoint_slots_tenant_id_endpoint_number_pk" PRIMARY KEY("tenant_id","endpoint","number")
);
--> statement-breakpoint
CREATE TABLE "endpoint_states" (
	"tenant_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"next_item_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"lost_connections" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "endpoint_states_tenant_id_endpoint_pk" PRIMARY KEY("tenant_id","endpoint")
);
--> statement-breakpoint
DROP INDEX "jobs_unsettled";--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "skipped_items_allowed" integer;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "wait_reason" text;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "accepted_skipped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "lost" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "longest_step_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "worked_ms" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_unsettled" ON "jobs" USING btree ("complete_after") WHERE "jobs"."status" in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'adminActionRequired', 'cuttingOver', 'pendingCancel', 'pendingDelete');