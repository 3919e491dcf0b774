/// The words of the command line as the system shows them to everybody on the machine, in `ps` and in `/proc`.
enum ArgumentMemory {
    /// Overwrites passwords of `--database-url` there; the program has its own copy of the words by then.
    static func hidePasswords() {
        #if os(Linux)
            // Where the words are is in fields 48 and 49; the second, the program's name, may hold anything.
            guard let line = FileSystem.text(of: "/proc/self/stat"), let end = line.lastIndex(of: ")") else { return }
            let fields = line[line.index(after: end)...].split(separator: " ")
            guard fields.count > 46, let start = UInt(fields[45]), let stop = UInt(fields[46]), start > 0, stop > start,
                stop - start < 1 << 23, let memory = unsafe UnsafeMutablePointer<UInt8>(bitPattern: start)
            else { return }
            let words = unsafe UnsafeMutableBufferPointer(start: memory, count: Int(stop - start))
            for range in unsafe passwords(in: Array(words)) {
                for place in range { unsafe words[place] = UInt8(ascii: "*") }
            }
        #endif
    }

    /// Where passwords are: in `postgresql://user:HERE@host`, and after `password=`, quoted or not.
    static func passwords(in bytes: [UInt8]) -> [Range<Int>] {
        afterUser(bytes) + afterName(bytes)
    }

    private static func afterUser(_ bytes: [UInt8]) -> [Range<Int>] {
        let mark = Array("://".utf8)
        return bytes.indices.compactMap { place in
            guard bytes[place...].starts(with: mark) else { return nil }
            let start = place + mark.count
            let ends: [UInt8] = [0, UInt8(ascii: "/"), UInt8(ascii: "?")]
            // A password that was not written as it must be may hold any of these: up to the last @ of the word.
            let word = bytes[start...].prefix { $0 != 0 }
            guard let colon = word.prefix(while: { !ends.contains($0) }).firstIndex(of: UInt8(ascii: ":")),
                let at = word.lastIndex(of: UInt8(ascii: "@")), colon < at
            else { return nil }
            return colon + 1..<at
        }
    }

    private static func afterName(_ bytes: [UInt8]) -> [Range<Int>] {
        let name = Array("password".utf8)
        return bytes.indices.compactMap { place in
            guard bytes[place] == name[0], bytes[place...].starts(with: name) else { return nil }
            var start = place + name.count
            func skipBlanks() { while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 } }
            skipBlanks()
            guard start < bytes.count, bytes[start] == UInt8(ascii: "=") else { return nil }
            start += 1
            skipBlanks()
            let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "'")
            if isQuoted { start += 1 }
            var end = start
            while end < bytes.count, bytes[end] != 0 {
                if bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.count, bytes[end + 1] != 0 {
                    end += 2
                } else if isQuoted ? bytes[end] == UInt8(ascii: "'") : [0x20, 0x26].contains(bytes[end]) {
                    break
                } else {
                    end += 1
                }
            }
            return start..<end
        }
    }
}
