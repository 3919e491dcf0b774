package import SandboxCore
import SandboxDomain
package import SandboxPresentation

/// Why a file was not made again.
package enum ReproductionProblem: Error, Sendable {
    /// Who exported it sees other rows.
    case otherReader(ExportManifest)
    /// The bytes are others.
    case differs(ExportManifest, from: ExportManifest)
}

extension Tracker {
    /// Makes the file of a manifest again.
    /// - Returns: the manifest of the new file, which has the same bytes.
    /// - Throws: ``ReproductionProblem``. What the sink has taken by then is not that file.
    package func reproduce(
        _ manifest: ExportManifest, program: String, workbook: @escaping WorkbookMaker,
        sink: @escaping @Sendable ([UInt8]) throws -> Void
    ) async throws {
        let reader = try await reading(at: manifest.request.instant).answer(Reader())
        guard reader.role?.rawValue == manifest.role, reader.organisation == manifest.organisation else {
            throw ReproductionProblem.otherReader(manifest)
        }
        var (again, _) = try await export(
            manifest.request, to: manifest.file, program: program, workbook: workbook, sink: sink)
        guard again.sha256 == manifest.sha256, again.rows == manifest.rows else {
            again.rules = try await answer(Reader()).rules
            throw ReproductionProblem.differs(again, from: manifest)
        }
    }
}

extension ReproductionProblem {
    /// Stable, for programs.
    package var code: String {
        switch self {
        case .otherReader: "other-reader"
        case .differs: "not-reproduced"
        }
    }

    /// The reason, as far as it can be told.
    package var why: Wording {
        switch self {
        case .otherReader(let manifest):
            let who = manifest.organisation.map { "\(manifest.role), \($0)" } ?? manifest.role
            return Wording(
                "볼 수 있는 것이 다른 사용자(\(who))가 내보냈습니다", "it was exported by a reader who sees other rows (\(who))")
        case .differs(let now, let then): return Self.why(now, then)
        }
    }

    /// What to do about it.
    package var hint: Wording? {
        guard case .otherReader = self else { return nil }
        return Wording("같은 역할의 사용자로 다시 하십시오.", "Run it as a person of that role.")
    }

    /// Rows and digest, then and now.
    package var detail: String? {
        guard case .differs(let now, let then) = self else { return nil }
        return [then, now].map { "\(Wording.counted($0.rows, "row")), \($0.sha256)" }.joined(separator: "\n")
    }

    private static func why(_ now: ExportManifest, _ then: ExportManifest) -> Wording {
        if then.schema != now.schema {
            return Wording(
                "스키마가 그때는 버전 \(then.schema), 지금은 \(now.schema)입니다",
                "the schema was version \(then.schema) then and is \(now.schema) now")
        }
        if then.program != now.program {
            return Wording(
                "프로그램이 그때는 \(then.program), 지금은 \(now.program)입니다",
                "the program was \(then.program) then and is \(now.program) now")
        }
        if !now.isReproducible {
            return Wording(
                "그사이 바뀌었으며, 이 자료는 과거 상태를 되살릴 수 없습니다",
                "it has changed since, and the past of this export cannot be put together again")
        }
        let changed = now.rules.sorted { $0.key < $1.key }.first { then.rules[$0.key] != $0.value }
        if let (regime, version) = changed {
            let before = then.rules[regime].map(String.init) ?? "-"
            return Wording(
                "\(regime)의 규칙이 그때는 \(before)판, 지금은 \(version)판입니다",
                "the rules of \(regime) were version \(before) then and are version \(version) now")
        }
        return Wording(
            "기록에 남지 않은 변경이 있었거나 명세가 고쳐졌습니다",
            "something was changed without an entry in the event log, or the manifest was edited")
    }
}

extension Confirmation {
    /// A file that was made again, byte for byte.
    package init(reproduced manifest: ExportManifest) {
        let instant = manifest.request.instant
        self.init(
            name: manifest.sha256,
            said: Wording(
                "\(manifest.file): \(instant) 기준 \(manifest.rows)건, 바이트까지 같습니다.",
                "\(manifest.file): \(Wording.counted(manifest.rows, "row")) as of \(instant), the same to the byte."),
            fields: [
                .init("file", "파일", "File", .text(manifest.file)),
                .init("rows", "건수", "Rows", .integer(manifest.rows)),
                .init("as_of", "기준 시각", "As of", .text(instant.description)),
                .init("sha256", "해시", "SHA-256", .text(manifest.sha256)),
                .init("is_identical", "동일", "Identical", .boolean(true)),
            ])
    }
}
