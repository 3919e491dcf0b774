import SandboxDomain

/// Who acted last, where somebody at a terminal chooses it: on the embedded database.
extension Cluster {
    /// The login that was remembered; nil if there is none.
    var lastPerson: String? {
        guard let line = FileSystem.text(of: folder.person)?.split(separator: "\n").first else { return nil }
        return try? RoleName(String(line)).text
    }

    /// Remembers a login, or that nobody is to be remembered. What cannot be written is not remembered.
    func remember(_ person: String?) {
        guard let person, person != ConnectionChoice.firstPerson else { return FileSystem.remove(folder.person) }
        if person != lastPerson { try? FileSystem.write(person + "\n", to: folder.person, owner: user) }
    }
}
