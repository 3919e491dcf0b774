internal import Postgres
public import SandboxDomain

extension TableExport {
    /// The event log as ``AuditLog`` has it, the oldest event first, with every column that is digested; what happened to
    /// that case, and on that day or later.
    public static func events(of reference: CaseReference? = nil, since: CivilDate? = nil) -> TableExport {
        TableExport(
            "events", keys: ["moment"],
            codes: [
                "at", "act", "entity", "reference", "regime", "chain", "at_utc", "salt", "previous_hash", "hash",
            ], order: "event_id", of: logged
        )
        .filtered("case", reference, "case_file_id = current_setting('sandbox.case')::bigint") {
            try CaseFileStore.get($0, $1).id.description
        }
        .filtered(
            "since", since,
            """
            moment >= (SELECT min(current_setting('sandbox.since')::timestamp AT TIME ZONE r.time_zone) FROM regime AS r)
            """
        ) { $1.description }
    }

    private static func logged(_ session: Session) throws -> SQL {
        // Those who may not read cases at all see the events of persons and organisations.
        let cases: SQL =
            try session.one("SELECT has_table_privilege('case_file', 'SELECT')", as: Bool.self)
            ? "case_file" : "(SELECT NULL::bigint AS case_file_id, NULL::text AS reference, NULL::text AS regime)"
        // The zone is asked for once, and not for every event.
        return """
            (SELECT e.event_id, zoned_time(e.at, z.zone) AS at, e.actor, o.name::text AS organisation, e.act, e.entity,
                e.entity_key, coalesce(c.reference, 'DRAFT-' || c.case_file_id) AS reference,
                coalesce(c.regime, CASE WHEN e.chain LIKE 'regime:%' THEN substr(e.chain, 8) END) AS regime, e.chain, e.seq,
                to_json(e.at AT TIME ZONE 'UTC') #>> '{}' AS at_utc, e.login, e.old, e.new, e.case_file_id,
                e.organisation_id, e.of_draft, e.salt::text AS salt, encode(e.previous_hash, 'hex') AS previous_hash,
                encode(e.hash, 'hex') AS hash, e.at AS moment
            FROM (SELECT authority_zone() AS zone OFFSET 0) AS z CROSS JOIN event AS e
            LEFT JOIN organisation AS o ON o.organisation_id = e.organisation_id
            LEFT JOIN \(cases) AS c ON c.case_file_id = e.case_file_id) AS events
            """
    }
}
