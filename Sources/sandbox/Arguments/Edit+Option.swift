import SandboxCore
import SandboxDomain

extension Edit {
    /// What an option means: not given keeps, an empty text takes away, anything else replaces.
    init(option text: String?, _ read: (String) throws -> Value) throws {
        guard let text else {
            self = .keep
            return
        }
        self = .set(text.isEmpty ? nil : try read(text))
    }
}
