/// The name of a value that comes from outside: the key of a file, a column, a member of a JSON object.
///
/// An act names its fields here and nowhere else. Each face spells them its own way: the command line says
/// `--valid-months`, a page `valid_months`, an interface `/valid_months`.
public struct Field: Hashable, Sendable, CustomStringConvertible {
    /// The name in snake case; in a file with its path, e.g. `exemptions.2.law`. It never changes once released.
    public let name: String

    /// A column or a key of a file, with its path; the fields of acts are static members.
    public init(_ name: String) { self.name = name }

    /// The name.
    public var description: String { name }
}
