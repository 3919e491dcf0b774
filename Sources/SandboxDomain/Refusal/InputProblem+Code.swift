extension InputProblem {
    /// The stable code of a problem, for JSON and scripts.
    public enum Code: String, StableCode {
        case emptyFile = "empty-file"
        case notUTF8 = "not-utf-8"
        case unclosedQuote = "unclosed-quote"
        case strayQuote = "stray-quote"
        case fieldCount = "field-count"
        case repeatedRow = "repeated-row"
        case rowTooLarge = "row-too-large"
        case moreProblems = "more-problems"
        case yamlSyntax = "yaml-syntax"
        case yamlFeature = "yaml-feature"
        case severalDocuments = "several-documents"
        case unreadableFile = "unreadable-file"
        case missingName = "missing-name"
        case unknownName = "unknown-name"
        case repeatedName = "repeated-name"
        case missingValue = "missing-value"
        case unknownWord = "unknown-word"
        case notAPhase = "not-a-phase"
        case wrongShape = "wrong-shape"
        case notADate = "not-a-date"
        case notAPeriod = "not-a-period"
        case endsBeforeStart = "ends-before-start"
        case contradiction
        case notInRange = "not-in-range"
        case tooLong = "too-long"
        case controlCharacter = "control-character"
        case tooManyMarks = "too-many-marks"
        case tooMany = "too-many"
        case unstorable
        case notAReference = "not-a-reference"
        case notARegistrationNumber = "not-a-registration-number"
        case notARoleName = "not-a-role-name"
        case notAFileName = "not-a-file-name"
        case fileOutsideFolder = "file-outside-folder"
        case notASeal = "not-a-seal"
        case notACode = "not-a-code"
        case notADueRule = "not-a-due-rule"
        case notAMeetingReference = "not-a-meeting-reference"
        case notAPrefix = "not-a-prefix"
        case notALength = "not-a-length"
        case notATime = "not-a-time"
        case notATimeZone = "not-a-time-zone"
        case missingPlace = "missing-place"
        case notAValidityRule = "not-a-validity-rule"
        case notATaskReference = "not-a-task-reference"
        case notACommitment = "not-a-commitment"
        case notADeadlineReference = "not-a-deadline-reference"
        case dateOutside = "date-outside"
        case differsFromRegister = "differs-from-register"
        case nothingToSearch = "nothing-to-search"
    }

    /// The stable code of this problem.
    public var code: Code {
        switch self {
        case .emptyFile: .emptyFile
        case .notUTF8: .notUTF8
        case .unclosedQuote: .unclosedQuote
        case .strayQuote: .strayQuote
        case .fieldCount: .fieldCount
        case .repeatedRow: .repeatedRow
        case .rowTooLarge: .rowTooLarge
        case .moreProblems: .moreProblems
        case .yamlSyntax: .yamlSyntax
        case .yamlFeature: .yamlFeature
        case .severalDocuments: .severalDocuments
        case .unreadableFile: .unreadableFile
        case .missingName: .missingName
        case .unknownName: .unknownName
        case .repeatedName: .repeatedName
        case .missingValue: .missingValue
        case .unknownWord: .unknownWord
        case .notAPhase: .notAPhase
        case .wrongShape: .wrongShape
        case .notADate: .notADate
        case .notAPeriod: .notAPeriod
        case .endsBeforeStart: .endsBeforeStart
        case .contradiction: .contradiction
        case .notInRange: .notInRange
        case .tooLong: .tooLong
        case .controlCharacter: .controlCharacter
        case .tooManyMarks: .tooManyMarks
        case .tooMany: .tooMany
        case .unstorable: .unstorable
        case .notAReference: .notAReference
        case .notARegistrationNumber: .notARegistrationNumber
        case .notARoleName: .notARoleName
        case .notAFileName: .notAFileName
        case .fileOutsideFolder: .fileOutsideFolder
        case .notASeal: .notASeal
        case .notACode: .notACode
        case .notADueRule: .notADueRule
        case .notAMeetingReference: .notAMeetingReference
        case .notAPrefix: .notAPrefix
        case .notALength: .notALength
        case .notATime: .notATime
        case .notATimeZone: .notATimeZone
        case .missingPlace: .missingPlace
        case .notAValidityRule: .notAValidityRule
        case .notATaskReference: .notATaskReference
        case .notACommitment: .notACommitment
        case .notADeadlineReference: .notADeadlineReference
        case .dateOutside: .dateOutside
        case .differsFromRegister: .differsFromRegister
        case .nothingToSearch: .nothingToSearch
        }
    }
}
