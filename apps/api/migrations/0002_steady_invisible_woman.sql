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
CREATE TABLE "sandbox_troubles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_troubles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" uuid NOT NULL,
	"person_id" uuid,
	"service" text,
	"kind" text NOT NULL,
	"prerequisite" text,
	"side" text,
	"code" text,
	"parameters" jsonb NOT NULL,
	"retry_after_seconds" integer,
	"times" integer,
	"happened" integer DEFAULT 0 NOT NULL
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
CREATE INDEX "sandbox_troubles_person" ON "sandbox_troubles" USING btree ("tenant_id","person_id","service");--> statement-breakpoint
CREATE INDEX "jobs_unsettled" ON "jobs" USING btree ("complete_after") WHERE "jobs"."status" in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'adminActionRequired', 'cuttingOver', 'pendingCancel', 'pendingDelete');