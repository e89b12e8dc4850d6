import Glibc
import TransparencyLog

/// `suanli-verify`: the offline verifier.
@main
enum SuanliVerify {
    /// Exit codes.
    static let verified: Int32 = 0
    static let failed: Int32 = 1
    static let unusable: Int32 = 2

    static func main() {
        exit(run(Array(CommandLine.arguments.dropFirst()), environment: { getenv($0).map { String(cString: $0) } }))
    }

    /// Parses, verifies, prints; returns the exit code.
    static func run(
        _ words: [String], environment: (String) -> String?, print write: (String) -> Void = { print($0) }
    ) -> Int32 {
        var say = Language(environment: environment)
        do throws(ArgumentError) {
            let options = try CommandLineOptions(words)
            say = try options.language(environment: environment)
            return verify(try options.arguments(), say, write)
        } catch {
            write(error.sentence(say))
            return error == .help ? verified : unusable
        }
    }

    private static func verify(_ arguments: VerifierArguments, _ say: Language, _ write: (String) -> Void) -> Int32 {
        do throws(UnreadableFile) {
            let earlier = try arguments.earlier.map { path throws(UnreadableFile) in
                try FileSource.contents(of: path)
            }
            let verifier = Verifier(key: arguments.key, earlier: earlier)
            let verdict = try verifier.verify(try ExportFolder(path: arguments.export))
            for line in verdict.lines(say) { write(line) }
            return verdict.holds ? verified : failed
        } catch {
            write(say("无法读取 \(error.path)：\(error.reason)", "cannot read \(error.path): \(error.reason)"))
            return unusable
        }
    }
}
