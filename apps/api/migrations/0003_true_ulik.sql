ALTER TABLE "ledger_entries" ADD COLUMN "counted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "lost" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "wait_reason" text;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "longest_step_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "worked_ms" bigint DEFAULT 0 NOT NULL;