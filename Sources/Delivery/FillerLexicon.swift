import Vocabulary

/// The English words and phrases that may be fillers.
enum FillerLexicon {
    /// Where a pause, a filled pause or an edge must lie for a phrase to be a filler.
    enum Sides: Sendable {
        /// On one side at least: for a phrase that hardly ever ends a sentence.
        case either
        /// Behind it: for one that trails off ("or something").
        case after
        /// On both sides: for one that has too many other uses.
        case both
    }

    /// A phrase that is a filler where it is set apart.
    struct Phrase: Sendable {
        /// Its words.
        let words: [String]
        /// Where it must be set apart.
        let sides: Sides
        /// The words after which it is part of a sentence, unless a pause lies between.
        let notAfter: Set<String>

        init(_ text: String, _ sides: Sides = .either, notAfter: Set<String> = []) {
            words = text.split(separator: " ").map(String.init)
            self.sides = sides
            self.notAfter = notAfter
        }
    }

    /// Longer phrases first, where one begins with another.
    private static let lexical: [Phrase] = [
        Phrase("you know what i mean", notAfter: ["do", "if"]),
        Phrase("you know", notAfter: beforeYouKnow),
        Phrase("y'know"),
        Phrase("you see", .both),
        Phrase("i mean", notAfter: beforeIMean),
        Phrase("sort of like", .after, notAfter: beforeKind),
        Phrase("kind of like", .after, notAfter: beforeKind),
        Phrase("sort of", notAfter: beforeKind),
        Phrase("kind of", notAfter: beforeKind),
        Phrase("or something like that", .after),
        Phrase("or something", .after),
        Phrase("or whatever", .after),
        Phrase("and stuff like that", .after),
        Phrase("and things like that", .after),
        Phrase("and stuff", .after),
        Phrase("at the end of the day", .both),
        Phrase("to be honest", notAfter: beforeToBe),
        Phrase("like", .both),
        Phrase("basically", .both),
        Phrase("actually", .both),
        Phrase("literally", .both),
        Phrase("honestly", .both),
        Phrase("obviously", .both),
        Phrase("essentially", .both),
        Phrase("so", .both),
        Phrase("right", .both),
        Phrase("well", .both),
        Phrase("okay", .both),
    ]

    /// Softeners, longer ones first.
    private static let hedges: [[String]] = [
        ["i", "would", "say"], ["i", "think"], ["i", "guess"], ["i", "suppose"], ["i'm", "not", "sure"],
        ["more", "or", "less"], ["maybe"], ["perhaps"], ["probably"], ["possibly"],
    ]

    /// The phrases by their first words, in the same order.
    static let lexicalByFirstWord = Dictionary(grouping: lexical) { $0.words.first ?? "" }
    /// The softeners by their first words, in the same order.
    static let hedgesByFirstWord = Dictionary(grouping: hedges) { $0.first ?? "" }

    private static let beforeYouKnow = Set.words(
        "do did if what as that how because when let can could will would should may where why who whatever once before until "
            + "than all everything anything")
    private static let beforeIMean = Set.words("what do did that which how things whatever")
    private static let beforeToBe = Set.words(
        "want wanted need needed have has had try tried like important going supposed able best got used learned know me "
            + "us you")
    /// "A kind of", "a special kind of", "all sorts of" are followed by a thing of that kind.
    private static let beforeKind = Set.words(
        "a an the this that these those what which whatever some any every each another other no same one two different my our "
            + "your his her its their all of special new certain particular specific similar right wrong best only main "
            + "whole good bad better first second third last big small common general various unique many few most"
    )
}
