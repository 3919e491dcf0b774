import ArgumentParser

@main
struct Sandbox: AsyncParsableCommand {
    func run() async throws { print("sandbox") }
}
