CREATE TABLE "job_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"person_id" uuid,
	"service" text,
	"from_status" text,
	"to_status" text NOT NULL,
	"cause" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_people" (
	"job_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "job_people_job_id_person_id_pk" PRIMARY KEY("job_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"job_type" text NOT NULL,
	"created_as" text,
	"source_tenant_id" uuid NOT NULL,
	"complete_after" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"source_endpoint" text,
	"target_delivery_domain" text,
	"workloads" text[] NOT NULL,
	"resources" uuid[] NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"validated_at" timestamp with time zone,
	"migration_started_at" timestamp with time zone,
	"cutover_started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "jobs_tenant_display_name" UNIQUE("tenant_id","display_name")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"run_id" bigint NOT NULL,
	"item_key" text NOT NULL,
	"container" text NOT NULL,
	"state" text NOT NULL,
	"bytes" bigint NOT NULL,
	"code" text,
	"message" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_entries_run_id_item_key_pk" PRIMARY KEY("run_id","item_key")
);
--> statement-breakpoint
CREATE TABLE "migration_endpoints" (
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"source_tenant_id" uuid NOT NULL,
	CONSTRAINT "migration_endpoints_tenant_id_name_pk" PRIMARY KEY("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"mail" text NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sandbox_containers" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"service" text NOT NULL,
	"path" text NOT NULL,
	CONSTRAINT "sandbox_containers_tenant_id_person_id_service_path_pk" PRIMARY KEY("tenant_id","person_id","service","path")
);
--> statement-breakpoint
CREATE TABLE "sandbox_faults" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"occurrence" integer NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sandbox_faults_tenant_id_person_id_name_occurrence_pk" PRIMARY KEY("tenant_id","person_id","name","occurrence")
);
--> statement-breakpoint
CREATE TABLE "sandbox_items" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"service" text NOT NULL,
	"container" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"date_time" timestamp with time zone NOT NULL,
	"properties" jsonb NOT NULL,
	"digest" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "sandbox_items_tenant_id_person_id_service_container_key_pk" PRIMARY KEY("tenant_id","person_id","service","container","key")
);
--> statement-breakpoint
CREATE TABLE "service_settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"default_domain" text NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workload_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workload_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"service" text NOT NULL,
	"status" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"owner" uuid,
	"phase" text,
	"checkpoint" jsonb,
	"findings" jsonb,
	"failures" integer DEFAULT 0 NOT NULL,
	"waits_until" timestamp with time zone,
	"expected" integer DEFAULT 0 NOT NULL,
	"copied" integer DEFAULT 0 NOT NULL,
	"already_there" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workload_runs_person_service" UNIQUE("job_id","person_id","service")
);
--> statement-breakpoint
ALTER TABLE "job_events" ADD CONSTRAINT "job_events_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_people" ADD CONSTRAINT "job_people_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_run_id_workload_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."workload_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "migration_endpoints" ADD CONSTRAINT "migration_endpoints_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD CONSTRAINT "workload_runs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_events_job" ON "job_events" USING btree ("job_id","id");--> statement-breakpoint
CREATE INDEX "job_people_person" ON "job_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_created" ON "jobs" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_status_created" ON "jobs" USING btree ("tenant_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_complete_after" ON "jobs" USING btree ("tenant_id","complete_after","id");--> statement-breakpoint
CREATE INDEX "jobs_tenant_updated" ON "jobs" USING btree ("tenant_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "jobs_unsettled" ON "jobs" USING btree ("complete_after") WHERE "jobs"."status" in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'cuttingOver', 'pendingCancel', 'pendingDelete');--> statement-breakpoint
CREATE INDEX "people_tenant_name" ON "people" USING btree ("tenant_id","display_name","id");--> statement-breakpoint
CREATE INDEX "workload_runs_job_status" ON "workload_runs" USING btree ("job_id","service","status");