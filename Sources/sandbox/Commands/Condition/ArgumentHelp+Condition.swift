import ArgumentParser

extension ArgumentHelp {
    /// A condition's number.
    static let condition = ArgumentHelp("The condition's number, as sandbox condition list has it.", valueName: "no")
}
