import SandboxCore
import SandboxDomain

extension RoleName {
    /// The login in a word of the command line.
    init(option field: Field, _ text: String) throws {
        do { try self.init(text) } catch { throw BadInput(error, field: field) }
    }
}
