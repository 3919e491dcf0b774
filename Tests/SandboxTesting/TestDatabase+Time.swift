import Postgres
package import SandboxDomain

extension TestDatabase {
    /// Makes everything that has happened so far have happened that many days earlier: clocks, notices, supplements.
    /// The triggers are not asked, so nothing is booked and nothing is decided by it.
    package func age(days: Int) async throws {
        try await administrator.write { session in
            try session.simple(
                """
                SET LOCAL session_replication_role = replica;
                UPDATE clock SET started_on = started_on - \(unsafe: "\(days)"), promised_on = promised_on - \(unsafe: "\(days)"),
                    look_on = look_on - \(unsafe: "\(days)"), ended_on = ended_on - \(unsafe: "\(days)");
                UPDATE clock_stop SET began_on = began_on - \(unsafe: "\(days)"), ended_on = ended_on - \(unsafe: "\(days)");
                UPDATE clock_extension SET extended_on = extended_on - \(unsafe: "\(days)");
                UPDATE consultation SET sent_at = sent_at - interval '\(unsafe: "\(days)") days',
                    notified_on = notified_on - \(unsafe: "\(days)"), replied_at = replied_at - interval '\(unsafe: "\(days)") days';
                UPDATE supplement SET asked_at = asked_at - interval '\(unsafe: "\(days)") days',
                    answered_at = answered_at - interval '\(unsafe: "\(days)") days';
                UPDATE case_file SET filed_at = filed_at - interval '\(unsafe: "\(days)") days',
                    received_at = received_at - interval '\(unsafe: "\(days)") days',
                    stage_since = stage_since - interval '\(unsafe: "\(days)") days';
                """)
        }
    }
}

extension TestDatabase {
    /// Makes it another day on the server, at ten in the morning in Korea, for everybody and from now on.
    ///
    /// Both clocks of PostgreSQL are moved: `now()` becomes a SQL function, which the planner puts in the place of every
    /// call, and `clock_timestamp()` with it. Call it first before anybody connects: plans made earlier keep the true time.
    package func travel(to day: CivilDate) async throws {
        try await administrator.write { session in
            try session.simple(
                """
                CREATE TABLE IF NOT EXISTS public.journey (shift interval NOT NULL);
                CREATE OR REPLACE FUNCTION public.travelled() RETURNS interval LANGUAGE plpgsql STABLE SECURITY DEFINER
                    AS $$ BEGIN RETURN (SELECT j.shift FROM public.journey AS j); END $$;
                CREATE OR REPLACE FUNCTION public.true_clock() RETURNS timestamptz LANGUAGE internal VOLATILE STRICT
                    AS 'clock_timestamp';
                CREATE OR REPLACE FUNCTION pg_catalog.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL RESTRICTED
                    AS 'SELECT transaction_timestamp() + public.travelled()';
                CREATE OR REPLACE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                    AS 'SELECT public.true_clock() + public.travelled()';
                DELETE FROM public.journey;
                """)
            try session.execute(
                """
                INSERT INTO public.journey
                SELECT (\(day)::date + time '10:00') AT TIME ZONE 'Asia/Seoul' - transaction_timestamp()
                """)
        }
    }
}
