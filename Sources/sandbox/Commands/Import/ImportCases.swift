import ArgumentParser
import SandboxCore
import SandboxDomain
import SandboxPresentation
import SandboxViews

extension Import {
    struct Cases: TrackerCommand {
        static let configuration = CommandConfiguration(
            name: "cases",
            abstract: "Enter cases decided in the past, from a CSV file.",
            discussion: """
                  sandbox import cases data/historic_cases.csv --dry-run
                  sandbox import cases list.csv --map service=사업명 --map company=신청기업 --default decision=granted

                The columns that are read: company, service, track, decision; and as far as the file has them decided_on,
                filed_on, ministries, regulation, conditions, partners, designation_no, validity or valid_from and
                valid_until, extended_until, state, meeting, note, inferred_fields, source. A column of another name is named by
                --map, or by a mapping file (YAML: columns, defaults, constants, words); then columns that nobody named are left
                out. Commas, semicolons or tabs are between the cells; several ministries or laws may be in one. A file of
                export cases is read as well. A name that is only spelt otherwise is the same company, ministry or law.

                One bad row, and nothing is entered: all of them are listed with line and column (exit 65). A case that was
                entered before is not entered again. Companies and ministries that are not there yet are entered too.
                The file may be of any size; a row may have 4 MiB.
                """
        )
        @OptionGroup(title: "Everywhere") var global: GlobalOptions
        @OptionGroup var writing: WritingOptions
        @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file")) var file: String

        @Option(help: ArgumentHelp("Whose they are, if there are several regimes.", valueName: "code")) var regime:
            String?
        @Option(
            help: ArgumentHelp("What the file calls a column; several times for several.", valueName: "column=name"))
        var map: [String] = []
        @Option(
            name: .customLong("default"),
            help: ArgumentHelp("What is read where the file has nothing.", valueName: "column=value"))
        var defaults: [String] = []
        @Option(
            name: .customLong("constant"),
            help: ArgumentHelp("What is read whatever the file has.", valueName: "column=value"))
        var constants: [String] = []
        @Option(help: ArgumentHelp("A file that says all of these.", valueName: "file")) var mapping: String?

        var notDone: Wording { Wording("과제를 하나도 등록하지 않았습니다", "no case was entered") }

        func run(_ tracker: Tracker) async throws {
            let act = ImportCases(
                InputFile.source(file), regime: regime.map { RegimeCode($0) }, mapping: try columnMapping())
            let outcome = try await tracker.perform(act, dryRun: writing.dryRun)
            try global.confirm(Confirmation(outcome, file), dryRun: writing.dryRun)
        }

        private func columnMapping() throws -> ColumnMapping {
            var all =
                try mapping.map { try ColumnMapping(yaml: try InputFile.bytes(of: $0), file: $0) } ?? ColumnMapping()
            var said = ColumnMapping()
            said.columns = try pairs(map, "map")
            said.defaults = try pairs(defaults, "default")
            said.constants = try pairs(constants, "constant")
            all.merge(said)
            return all
        }

        private func pairs(_ texts: [String], _ option: String) throws -> [String: String] {
            do { return try ColumnMapping.pairs(texts) } catch { throw BadInput(error, field: Field(option)) }
        }
    }
}
