/// The language of what people read. Machine formats do not change with it.
package enum Language: String, CaseIterable, Codable, Sendable {
    case korean = "ko"
    case english = "en"

    /// The language for a run: an explicit choice, else the first of `SANDBOX_LANG`, `LC_ALL`, `LC_MESSAGES` and
    /// `LANG` that is set and not empty; Korean for a Korean locale (`ko_KR.UTF-8`), English for any other and for
    /// none.
    package init(choice: Language?, environment: [String: String]) {
        let names = ["SANDBOX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = choice ?? Language(locale: locale ?? "")
    }

    /// The language of a locale name such as `ko`, `ko_KR.UTF-8`, `ko-KR` or `C`.
    package init(locale: String) {
        let language = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
        self = language == "ko" || language == "kor" || language == "korean" ? .korean : .english
    }
}
