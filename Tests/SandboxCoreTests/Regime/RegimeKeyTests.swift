import Postgres
import SandboxDomain
import SandboxTesting
import Testing

@testable import SandboxCore

/// What a regime file may say is kept and given back, or refused: nothing that it says is passed over.
@Suite("Every key of a regime file", .database)
struct RegimeKeyTests {
    /// One leaf for each shape of path, changed: a word gets a letter more, a number is one higher.
    private static let changed: SQL = """
        WITH RECURSIVE document (it) AS MATERIALIZED (SELECT regime_document(current_setting('sandbox.regime'))),
        node (path, value) AS (
            SELECT '{}'::text[], d.it FROM document AS d
            UNION ALL
            SELECT n.path || c.key, c.value FROM node AS n CROSS JOIN LATERAL (
                SELECT o.key, o.value FROM jsonb_each(CASE jsonb_typeof(n.value) WHEN 'object' THEN n.value END) AS o
                UNION ALL
                SELECT (a.n - 1)::text, a.value FROM jsonb_array_elements(
                    CASE jsonb_typeof(n.value) WHEN 'array' THEN n.value END) WITH ORDINALITY AS a (value, n)) AS c
        ), leaf AS (
            SELECT n.path, n.value, regexp_replace(array_to_string(n.path, '.'), '[.][0-9]+', '', 'g') AS shape
            FROM node AS n WHERE jsonb_typeof(n.value) IN ('string', 'number', 'boolean')
        )
        SELECT DISTINCT ON (l.shape) l.shape, jsonb_set(d.it, l.path,
            CASE jsonb_typeof(l.value) WHEN 'string' THEN to_jsonb((l.value #>> '{}') || 'x')
                WHEN 'number' THEN to_jsonb((l.value #>> '{}')::integer + 1) ELSE to_jsonb(NOT (l.value #>> '{}')::boolean) END)::text
        FROM leaf AS l, document AS d ORDER BY l.shape, l.path
        """

    @Test("is honoured or refused, and each of them is there") func walked() async throws {
        let casework = try await Casework()
        try await SmallRegime.apply(casework)
        let desk = casework.database.database(as: casework.desk.name)
        var (seen, shapes): (Set<String>, Set<String>) = ([], [])
        for regime: RegimeCode in [.koreanICT, "small"] {
            let (changed, standing) = try await desk.read { session in
                try session.execute("SELECT set_config('sandbox.regime', \(regime.code), true)")
                return (
                    try session.all(Self.changed) { (shape: String, text: String) in (shape, text) },
                    try #require(try RegimeStore.document(session, regime))
                )
            }
            // Each shape of path is tried once, in the first regime that has it.
            for (shape, text) in changed where shapes.insert(shape).inserted {
                seen.formUnion(shape.split(separator: ".").map(String.init))
                guard let file = try? RegimeFile(yaml: Array(text.utf8), file: "x.yaml") else { continue }
                #expect(file.document != standing, "\(regime) \(shape)")
                let kept: Bool
                do {
                    kept = try await desk.write(dryRun: true) { session -> Bool in
                        _ = try ApplyRegime(file).perform(session)
                        return try RegimeStore.document(session, file.document.code) == file.document
                    }
                } catch is Refusal { kept = true } catch is BadInput {
                    kept = true
                } catch let error as PostgresError where error.state?.rawValue == "SB001" { kept = true }
                #expect(kept, "\(regime) \(shape)")
            }
        }
        // What is said of the application, and not of the law.
        let ofTheFile: Set<String> = ["valid_from", "applies_to", "note"]
        let known = [
            RegimeKeys.document, RegimeKeys.calendar, RegimeKeys.track, RegimeKeys.rule, RegimeKeys.committee,
            RegimeKeys.grant,
        ].flatMap { $0.map(\.key) }
        #expect(
            Set(known).subtracting(seen).subtracting(ofTheFile).subtracting(["valid_to", "imported_outcomes"]).sorted()
                == [])
    }
}
