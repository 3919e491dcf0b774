import SandboxDomain

/// What a rule refuses with, or nil if it lets the act pass.
func refused(_ rule: () throws(Refusal) -> Void) -> Refusal? {
    do {
        try rule()
        return nil
    } catch { return error }
}
