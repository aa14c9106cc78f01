import Chat
import Language
import Meaning

/// What the judge of answers can use besides the words themselves.
enum JudgeChecks {
    static func run() -> [Check] { [wordNet(), encoder(), languageModel()] }

    /// The model that the environment names. Nothing is asked: an answer might cost money.
    private static func languageModel() -> Check {
        let (area, name) = ("judge", "language model")
        do throws(JudgeChoice.Mistake) {
            guard let model = try JudgeChoice().configuration() else {
                return .ok(area, name, "none is named, so answers are judged on this machine alone")
            }
            let key = environment(model.keyVariable) == nil ? "no key" : "the key"
            return .ok(area, name, "\(model.name), with \(key) in \(model.keyVariable); it was not asked")
        } catch {
            return .warning(
                area, name, error.text,
                remedy: "correct VIVA_JUDGE_URL, VIVA_JUDGE_MODEL and VIVA_JUDGE_KEY_VARIABLE, or unset them")
        }
    }

    private static func encoder() -> Check {
        let (area, name) = ("judge", "sentence encoder")
        let install = "viva models install \(InstalledMeaning.modelName)"
        do {
            guard try InstalledMeaning().encoder != nil else {
                return .optional(
                    area, name,
                    "not installed: answers are compared by their words, not by what sentences mean",
                    remedy: install)
            }
            return .ok(area, name, "what sentences mean, by all-MiniLM-L6-v2")
        } catch {
            return .warning(
                area, name, "\(error)", remedy: "viva models remove \(InstalledMeaning.modelName); \(install)"
            )
        }
    }

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
