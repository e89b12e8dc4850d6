/// The language of the verdict.
enum Language: String, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// By the locale's variables, of which the first that is set counts; Chinese only where it says so.
    init(environment: (String) -> String?) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
        self = locale.hasPrefix("zh") ? .chinese : .english
    }

    /// One of two texts.
    func callAsFunction(_ chinese: String, _ english: String) -> String {
        self == .chinese ? chinese : english
    }
}
