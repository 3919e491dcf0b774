import SandboxDomain

extension String {
    /// A label in an option's value, as the register takes it.
    static func label(_ field: Field, _ text: String) throws -> String {
        do { return try TextRule.label.checked(text) } catch { throw BadInput(error, field: field) }
    }
}
