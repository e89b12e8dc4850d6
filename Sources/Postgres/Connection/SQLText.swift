/// Names and literals inside SQL text, for statements that take no parameters.
public enum SQLText {
    /// A name in double quotes. A NUL in it is refused by the call that sends the text.
    public static func identifier(_ name: String) -> String { quoted(name, by: "\"") }

    /// A text in single quotes; correct under `standard_conforming_strings`, the default.
    public static func literal(_ text: String) -> String { quoted(text, by: "'") }

    private static func quoted(_ text: String, by quote: Character) -> String {
        var quoted = String(quote)
        for character in text.unicodeScalars {
            quoted.unicodeScalars.append(character)
            if Character(character) == quote { quoted.append(quote) }
        }
        return quoted + String(quote)
    }
}
