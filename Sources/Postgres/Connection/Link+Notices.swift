import CLibPQ

extension Link {
    /// Hands notices to the hook. libpq would print them on stderr.
    func receiveNotices() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let receiver: PQnoticeReceiver = { context, result in
            guard let context, let result else { return }
            let link = Unmanaged<Link>.fromOpaque(context).takeUnretainedValue()
            let notice = Notice(result)
            if notice.state?.class == "01" { link.warning = notice }
            link.options.onNotice?(notice)
        }
        _ = PQsetNoticeReceiver(connection, receiver, context)
    }
}

extension Notice {
    fileprivate init(_ result: OpaquePointer) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        self.init(
            severity: field(LIBPQ_DIAG_SEVERITY) ?? "NOTICE",
            state: field(LIBPQ_DIAG_SQLSTATE).map(SQLState.init(rawValue:)),
            message: field(LIBPQ_DIAG_MESSAGE) ?? String(cString: PQresultErrorMessage(result)),
            detail: field(LIBPQ_DIAG_DETAIL), hint: field(LIBPQ_DIAG_HINT))
    }
}
