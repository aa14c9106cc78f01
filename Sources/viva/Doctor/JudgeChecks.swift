import Language
import Meaning

/// What the judge of answers can use besides the words themselves.
enum JudgeChecks {
    static func run() -> [Check] { [wordNet()] }

    private static let use = "synonyms, base forms and wider words"

    private static func wordNet() -> Check {
        let (area, name, install) = ("judge", "WordNet", "apt-get install wordnet-base")
        do {
            guard let wordNet = try WordNet.installed() else {
                return .optional(
                    area, name, "not installed: \(use) are not known, and answers are compared without them",
                    remedy: install)
            }
            try wordNet.check()
            return .ok(area, name, "\(use), in \(wordNet.folder)")
        } catch {
            return .warning(area, name, "\(error)", remedy: "apt-get install --reinstall wordnet-base")
        }
    }
}
