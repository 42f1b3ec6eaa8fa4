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
