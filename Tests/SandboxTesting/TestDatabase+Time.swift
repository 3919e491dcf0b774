import Postgres
package import SandboxDomain

extension TestDatabase {
    /// Makes it another day on the server, for everybody and from now on: from ten in the morning in Korea, or, if a time
    /// is given, standing still at that very second.
    ///
    /// Both clocks of PostgreSQL are moved: `now()` becomes a SQL function, which the planner puts in the place of every
    /// call, and `clock_timestamp()` with it. Call it first before anybody connects: plans made earlier keep the true time.
    /// - Parameters:
    ///   - time: as PostgreSQL writes it, such as `23:59:59`.
    ///   - zone: where it is that time, such as `Europe/Brussels`.
    package func travel(to day: CivilDate, at time: String? = nil, in zone: String = "Asia/Seoul") async throws {
        try await administrator.write { session in
            try session.simple(
                """
                CREATE TABLE IF NOT EXISTS public.journey (shift interval NOT NULL, stands_at timestamptz);
                CREATE OR REPLACE FUNCTION public.travelled(moment timestamptz) RETURNS timestamptz
                    LANGUAGE plpgsql STABLE SECURITY DEFINER
                    AS $$ BEGIN RETURN (SELECT coalesce(j.stands_at, moment) + j.shift FROM public.journey AS j); END $$;
                CREATE OR REPLACE FUNCTION public.true_clock() RETURNS timestamptz LANGUAGE internal VOLATILE STRICT
                    AS 'clock_timestamp';
                CREATE OR REPLACE FUNCTION pg_catalog.now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL RESTRICTED
                    AS 'SELECT public.travelled(transaction_timestamp())';
                CREATE OR REPLACE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                    AS 'SELECT public.travelled(public.true_clock())';
                DELETE FROM public.journey;
                """)
            try session.execute(
                """
                INSERT INTO public.journey
                SELECT CASE WHEN \(time == nil) THEN m.moment - transaction_timestamp() ELSE '0' END,
                    CASE WHEN NOT \(time == nil) THEN m.moment END
                FROM (SELECT (\(day)::date + \(time ?? "10:00")::time) AT TIME ZONE \(zone)) AS m (moment)
                """)
        }
    }

    /// Lets so many days go by, after ``travel(to:at:in:)``.
    package func later(days: Int) async throws {
        try await administrator.write { session in
            try session.execute("UPDATE public.journey SET shift = shift + make_interval(days => \(days)::int)")
        }
    }
}
