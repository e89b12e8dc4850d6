import TransparencyLog

/// What the command line asks for.
struct VerifierArguments {
    let export: String
    let key: VerifierKey
    /// The file of an earlier checkpoint.
    let earlier: String?
}

/// Why a command line cannot be followed.
enum ArgumentError: Error, Hashable {
    /// Not an error: the usage was asked for.
    case help
    case exportMissing
    case keyMissing
    case keyMalformed(KeyError)
    case valueMissing(String)
    case unknownOption(String)
    case unknownLanguage(String)
    case surplus(String)
}

/// Options and the rest, taken apart and not yet judged.
struct CommandLineOptions {
    private(set) var values: [String: String] = [:]
    private(set) var rest: [String] = []

    static let withValue = ["--key", "--earlier", "--language"]

    /// Errors: `help`, `unknownOption`, `valueMissing`, at the first word that has one.
    init(_ words: [String]) throws(ArgumentError) {
        var words = words[...]
        while let word = words.popFirst() {
            if word == "--help" || word == "-h" { throw .help }
            guard word.hasPrefix("-") else {
                rest.append(word)
                continue
            }
            guard CommandLineOptions.withValue.contains(word) else { throw .unknownOption(word) }
            guard let value = words.popFirst() else { throw .valueMissing(word) }
            values[word] = value
        }
    }

    /// The language asked for, or else the environment's. Errors: `unknownLanguage`.
    func language(environment: (String) -> String?) throws(ArgumentError) -> Language {
        guard let name = values["--language"] else { return Language(environment: environment) }
        guard let language = Language(rawValue: name) else { throw .unknownLanguage(name) }
        return language
    }

    /// Errors: `exportMissing`, `surplus`, `keyMissing`, `keyMalformed`.
    func arguments() throws(ArgumentError) -> VerifierArguments {
        guard let export = rest.first else { throw .exportMissing }
        if rest.count > 1 { throw .surplus(rest[1]) }
        guard let text = values["--key"] else { throw .keyMissing }
        do throws(KeyError) {
            let key = try VerifierKey(parsing: text)
            return VerifierArguments(export: export, key: key, earlier: values["--earlier"])
        } catch { throw .keyMalformed(error) }
    }
}
