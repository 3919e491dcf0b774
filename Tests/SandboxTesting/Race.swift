/// Does something several times at the same moment, each time with its number from 0, and gathers what became of it.
package func results<Value: Sendable>(
    of count: Int, _ act: @escaping @Sendable (Int) async throws -> Value
) async -> [Result<Value, any Error>] {
    await withTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
        for number in 0..<count {
            group.addTask {
                do { return (number, .success(try await act(number))) } catch { return (number, .failure(error)) }
            }
        }
        var found: [Int: Result<Value, any Error>] = [:]
        for await (number, result) in group { found[number] = result }
        return (0..<count).compactMap { found[$0] }
    }
}

extension Result {
    /// What it came to, if it did.
    package var value: Success? { if case .success(let value) = self { value } else { nil } }
    /// What was in the way, if something was.
    package var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
