package import SandboxCore
import SandboxDomain
import SandboxPresentation

extension Confirmation {
    /// Organisations that were taken over from a file.
    package init(_ outcome: ImportOrganisations.Imported) {
        let (added, unchanged) = (outcome.added.count, outcome.unchanged)
        self.init(
            name: "\(added)",
            said: Wording(
                "기관 \(added)곳을 등록했습니다(이미 있음 \(unchanged)곳).",
                "\(Wording.counted(added, "organisation was", "organisations were")) entered "
                    + "(\(Wording.known(unchanged)))."),
            next: Wording.taken(outcome.taken),
            fields: [
                .init("added", "등록", "Entered", .texts(outcome.added)),
                .init("unchanged", "이미 있음", "There already", .integer(unchanged)),
                .init(
                    "taken", "같은 이름으로 봄", "Taken for the same",
                    .texts(outcome.taken.map { "\($0.name) = \($0.registered)" })),
            ])
    }
}
