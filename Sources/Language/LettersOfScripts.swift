/// Languages told apart by letters and words of a script that several have.
enum LettersOfScripts {
    /// The language of words in lower case that are all in one script, and how sure it is, 0...1; no language for Latin letters.
    static func language(of words: [String], in system: WritingSystem) -> (code: String?, certainty: Double) {
        switch system {
        case .latin: return (nil, 0)
        case .greek: return ("el", 1)
        case .hebrew: return ("he", 0.95)
        case .bengali: return ("bn", 0.95)
        case .devanagari: return ("hi", 0.9)
        case .thai: return ("th", 1)
        case .hangul: return ("ko", 1)
        case .kana: return ("ja", 1)
        case .han: return ("zh", 0.95)
        case .cyrillic: return most(words, among: cyrillic, otherwise: "ru")
        case .arabic: return most(words, among: arabic, otherwise: "ar")
        case .ofOne(let code): return (code, 0.95)
        }
    }

    private typealias Signs = (code: String, letters: Set<Character>, words: Set<String>)

    /// The language with most signs: a word of it, or a letter that only it has.
    private static func most(_ words: [String], among signs: [Signs], otherwise: String) -> (String, Double) {
        let scores = signs.map { sign in
            (
                sign.code,
                words.reduce(0) {
                    $0 + (sign.words.contains($1) ? 2 : 0)
                        + ($1.contains(where: sign.letters.contains) ? 1 : 0)
                }
            )
        }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        guard scores[0].1 > 0 else { return (otherwise, 0.6) }
        let rest = Double(scores[1].1) / Double(scores[0].1)
        return rest == 1 ? (otherwise, 0.6) : (scores[0].0, 1 - 0.4 * rest)
    }

    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let cyrillic: [Signs] = [
        (
            "ru", Set("ыэё"),
            set(
                "и в не на что это как для по с от из мы я был было если или когда так же его но к он они чтобы есть при"
            )
        ),
        (
            "uk", Set("іїєґ"),
            set(
                "і й та в у не на що це як для з від до ми я був було якщо або коли так його але він вони щоб є при бо"
            )
        ),
        (
            "bg", Set("ъ"),
            set(
                "и в не на че това как за с от са ние аз беше ако или когато така но той те да е при се като ще бях"
            )
        ),
        (
            "be", Set("ў"),
            set("і ў не на што гэта як для з ад да мы я быў было калі або так яго але ён яны каб ёсць пры")
        ),
        (
            "sr", Set("ђјљњћџ"),
            set("и у не на што то како за с од су ми ја био ако или када тако али он они да је при се као")
        ),
    ]
    private static let arabic: [Signs] = [
        (
            "ar", Set("ةىأإؤئءيك"),
            set("في من على أن هذا هذه التي الذي إلى عن مع كان ما لا هو هي ثم أو لم قد كل بعد")
        ),
        (
            "fa", Set("پچژگکی"),
            set("در از به که این را با است برای و آن می یک تا بود شد هم ما من خود یا اگر هر باید کرد کردم")
        ),
        ("ur", Set("ٹڈڑںےہ"), set("کے میں کی ہے اور سے کا کو اس پر نے یہ کہ ہیں کر تھا تو بھی")),
    ]
}
