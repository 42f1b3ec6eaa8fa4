CREATE TABLE "kept_report_people" (
	"report_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person" jsonb NOT NULL,
	CONSTRAINT "kept_report_people_report_id_position_pk" PRIMARY KEY("report_id","position")
);
--> statement-breakpoint
CREATE TABLE "kept_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"status" text NOT NULL,
	"created_by" text NOT NULL,
	"job_created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"people" integer NOT NULL,
	"head" jsonb NOT NULL,
	"collected_at" timestamp with time zone,
	"kept_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verified_folders" (
	"run_id" bigint NOT NULL,
	"container" text NOT NULL,
	"compared" integer NOT NULL,
	"at_target" integer NOT NULL,
	"missing" integer NOT NULL,
	"different" integer NOT NULL,
	"sampled" integer NOT NULL,
	"sampled_different" integer NOT NULL,
	CONSTRAINT "verified_folders_run_id_container_pk" PRIMARY KEY("run_id","container")
);
--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "verification_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "verification_problem" text;--> statement-breakpoint
ALTER TABLE "kept_report_people" ADD CONSTRAINT "kept_report_people_report_id_kept_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."kept_reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_folders" ADD CONSTRAINT "verified_folders_run_id_workload_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."workload_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_reports_tenant" ON "kept_reports" USING btree ("tenant_id","kept_at","id");--> statement-breakpoint
CREATE INDEX "kept_reports_kept" ON "kept_reports" USING btree ("kept_at");--> statement-breakpoint
CREATE INDEX "workload_runs_recheck" ON "workload_runs" USING btree ("job_id") WHERE "workload_runs"."phase" = 'recheck';