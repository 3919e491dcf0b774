package import SandboxCore
package import SandboxPresentation

extension Listing<ReceivedDocument> {
    /// The official documents that came in about a case.
    package static var receivedDocuments: Listing<ReceivedDocument> {
        Listing(
            Wording("접수 공문", "Official documents"),
            [
                Column("number", "번호", "No.") { .integer($0.number) },
                Column("sender", "보낸 기관", "From") { .text($0.sender) },
                Column("document_no", "문서번호", "Document", mayShrink: false) { .text($0.document) },
                Column("arrived_on", "도착일", "Arrived") { .date($0.arrivedOn) },
                Column("file_name", "파일", "File") { .text($0.fileName) },
                Column("size", "바이트", "Bytes") { .integer($0.size) },
                Column("sha256", "SHA-256", "SHA-256") { .text($0.sha256) },
                Column("media_type", "형식", "Type", for: .machines) { .text($0.mediaType) },
                Column("recorded_at", "기록 시각", "Recorded", for: .machines) { .moment($0.recordedAt) },
            ])
    }
}
