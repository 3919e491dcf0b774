public import Postgres
public import SandboxDomain

/// The visible cases in which all of some words occur, the best first: the case of that number, then those that have the words
/// in their title, then in the names of company, laws and ministries; the newest first among equals.
public struct CaseSearch: RowQuery {
    let words: SearchWords
    /// The maximum number of rows, plus one that tells the caller that there are more; nil for all.
    public var limit: Int?

    /// - Throws: `BadInput` for text with nothing to look for.
    public init(_ text: String) throws { words = try SearchWords(searched: text, .words) }

    public func forEach(_ session: Session, _ body: (CaseHit) throws -> Void) throws {
        // A page that is not cut is one of more cases than there are.
        let most = limit.map { Int64($0) + 1 } ?? Int64(Int32.max / 4)
        try session.stream(
            """
            SELECT c.case_file_id, c.reference, c.track, c.stage, o.name, c.service_name,
                (c.filed_at AT TIME ZONE r.time_zone)::date, h.score, h.part, h.part_no::bigint, h.body,
                ARRAY(SELECT concat_ws(' ', e.law, e.article) FROM exemption_item AS e
                    WHERE e.case_file_id = c.case_file_id ORDER BY e.item_no)
            FROM case_hits(\(words.words)::text[], \(most)::integer) WITH ORDINALITY AS h
            JOIN case_file AS c ON c.case_file_id = h.case_file_id
            JOIN regime AS r ON r.regime = c.regime
            JOIN organisation AS o ON o.organisation_id = c.company_id
            ORDER BY h.ordinality
            """
        ) {
            (
                id: CaseFileID, number: String?, track: TrackCode, stage: Stage, company: String, service: String,
                filedOn: CivilDate?, score: Int, part: SearchedPart, paper: Int, text: String?, laws: [String]
            ) in
            let reference = CaseReference(number: number, id)
            let passages = Passages(
                words, reference: reference, service: service, company: company, laws: laws, text: text)
            return CaseHit(
                reference: reference, track: track, stage: stage, company: company, service: service, filedOn: filedOn,
                score: score, part: part, paper: part == .paper ? paper : nil, passages: passages)
        } _: {
            try body($0)
        }
    }
}

/// A case that was found.
public struct CaseHit: Sendable {
    /// The reference.
    public let reference: CaseReference
    /// The track.
    public let track: TrackCode
    /// The stage.
    public let stage: Stage
    /// The company.
    public let company: String
    /// The service the exemption is for.
    public let service: String
    /// The day of filing.
    public let filedOn: CivilDate?
    /// How well it fits: 100 where the title has all words, 50 where names have; more for the case of that number.
    public let score: Int
    /// Where the words are.
    public let part: SearchedPart
    /// Which paper has them.
    public let paper: Int?
    /// Where the words are in the title and the company, and a passage that shows those that are in neither.
    public let passages: Passages
}

extension SearchWords {
    /// Reads what was typed for a field of a question.
    /// - Throws: `BadInput`.
    public init(searched text: String, _ field: Field) throws {
        do { try self.init(normalised(text)) } catch { throw BadInput(error, field: field) }
    }
}

extension SearchWords {
    /// The visible cases in which they are found.
    var cases: SQL { "SELECT h.case_file_id FROM case_hits(\(words)::text[]) AS h" }
}
