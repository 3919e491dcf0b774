/// What is wrong with a value that came from outside: a field of a file, an option, an answer.
///
/// A value's own reader throws one; whoever read the file adds the position (``BadInput/Issue``). Presentation switches
/// over the cases to word them.
public enum InputProblem: Error, Hashable, Sendable {
    // The file as such.
    /// Nothing in it but, perhaps, blank lines.
    case emptyFile
    /// The bytes are not UTF-8; what they look like, when that can be told.
    case notUTF8(looksLike: Encoding?)
    /// A quoted field that never ends; the position is that of its opening quote.
    case unclosedQuote
    /// Text after a closing quote, or a quote inside an unquoted field.
    case strayQuote
    /// A row with another number of fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// A row that repeats the key of the row on an earlier line.
    case repeatedRow(firstLine: Int)
    /// A row that does not end for so long; a quote may be missing.
    case rowTooLarge(mebibytes: Int)
    /// So many problems were told that the rest of the file was not read.
    case moreProblems(than: Int)
    /// The file is not well-formed YAML; the parser's own words.
    case yamlSyntax(String)
    /// YAML anchors, aliases and tags are not read.
    case yamlFeature(String)
    /// More than one YAML document.
    case severalDocuments
    /// A file named in the input is not there or cannot be read.
    case unreadableFile(String)

    // Names of columns and keys.
    /// A column, key or field that must be there is not; what could be said there, where that is worth telling.
    case missingName(Field, known: [String] = [])
    /// A column or key that nobody knows.
    case unknownName(String, known: [String])
    /// A column or key that occurs twice.
    case repeatedName(String)

    // Values.
    /// No value where one is required.
    case missingValue
    /// A word that is not one of those known.
    case unknownWord(String, known: [String])
    /// A word before the colon of a condition that names no phase.
    case notAPhase(String)
    /// Another shape than expected, e.g. text where a list belongs.
    case wrongShape(expected: Shape)
    /// Not a date of the form 2026-11-23, or a day that the calendar does not have.
    case notADate(String)
    /// Neither a day, a month, a year nor a half or quarter of one.
    case notAPeriod(String)
    /// Ends before it begins.
    case endsBeforeStart
    /// Two ways of saying the same thing, of which one belongs there.
    case contradiction(Side, Side)
    /// A number outside the permitted range, or no number at all.
    case notInRange(String, minimum: Int, maximum: Int)
    /// Longer than permitted; in Unicode code points.
    case tooLong(found: Int, maximum: Int)
    /// A character that cannot be shown or stored, by its code point.
    case controlCharacter(UInt32)
    /// A letter with more marks above and below it than any language has.
    case tooManyMarks(maximum: Int)
    /// More values, columns or items than permitted.
    case tooMany(maximum: Int)
    /// A number, date or text that the database has no place for.
    case unstorable
    /// Neither `TP-2026-0001` nor `DRAFT-17`.
    case notAReference(String)
    /// No number under which a company can be registered; a Korean one has ten digits, the last a check digit.
    case notARegistrationNumber(String)
    /// Not a possible PostgreSQL login of a person.
    case notARoleName(String)
    /// A file name with a folder in it, or one that names a folder.
    case notAFileName(String)
    /// A file that another one names, outside the folder of that one.
    case fileOutsideFolder(String)
    /// Not what was kept of a seal of the event log.
    case notASeal(String)
    /// Not a code of lower-case letters and digits such as `ai-2020`.
    case notACode(String)
    /// Not a due rule such as `every 6 months`.
    case notADueRule(String)
    /// Not a committee meeting such as `main/43`.
    case notAMeetingReference(String)
    /// Not the first part of reference numbers such as `TP`.
    case notAPrefix(String)
    /// Not a length of time such as `30 days`.
    case notALength(String)
    /// A deadline rule by which no grant of the track can be valid.
    case notAValidityRule(String)
    /// Not a time of day such as `09:00`.
    case notATime(String)
    /// Not a time zone such as `Asia/Seoul`.
    case notATimeZone(String)
    /// A pattern without the place for what it is to say, such as `{no}`.
    case missingPlace(String)
    /// Not a reform task such as `ai-2020/P05`.
    case notATaskReference(String)
    /// Not a commitment such as `1/2`.
    case notACommitment(String)
    /// No clock, such as `DE-2026-0001/3`.
    case notADeadlineReference(String)
    /// A day on which it cannot have happened.
    case dateOutside(CivilDate, earliest: CivilDate, latest: CivilDate)
    /// The register knows the same thing by another value; an import changes nothing that is there.
    case differsFromRegister(String, registered: String)
    /// Words to look for without a letter or a digit among them.
    case nothingToSearch(String)

    /// One side of a contradiction.
    public enum Side: Hashable, Sendable {
        /// Any value of the field.
        case field(Field)
        /// This value of the field.
        case said(Field, String)
        /// Something that has no field, e.g. a reference.
        case value(String)
    }

    /// What undecodable bytes look like.
    public enum Encoding: String, StableCode {
        /// The Korean Windows encoding; Excel's "CSV" in Korea. EUC-KR is part of it.
        case cp949
        /// Excel's "Unicode text".
        case utf16 = "utf-16"
    }

    /// The shape a YAML value should have.
    public enum Shape: String, StableCode {
        /// Text, written plainly, quoted or as a block.
        case text
        /// A whole number.
        case number
        /// A list, each item after a dash.
        case list
        /// Keys with values.
        case mapping
    }

    /// The word that was probably meant, for an unknown one.
    public var suggestion: String? {
        switch self {
        case .unknownName(let word, let known), .unknownWord(let word, let known): closestWord(to: word, among: known)
        default: nil
        }
    }
}
