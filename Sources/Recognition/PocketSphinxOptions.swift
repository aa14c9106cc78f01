/// How PocketSphinx searches. Left out, every value is the engine's own but for `maximumActiveStates`.
public struct PocketSphinxOptions: Sendable, Hashable {
    /// The weight of the language model in the first pass (`-lw`).
    public var languageWeight = 6.5
    /// The weight of the language model in the second, flat pass (`-fwdflatlw`).
    public var flatLanguageWeight = 8.5
    /// The weight of the language model in the search of the word lattice (`-bestpathlw`).
    public var bestPathLanguageWeight = 9.5
    /// The probability given to each word for being one (`-wip`), above 0 and at most 1.
    public var wordInsertionPenalty = 0.65
    /// How unlikely against the best a state may become before it is dropped (`-beam`), above 0 and below 1.
    public var beam = 1e-48
    /// How unlikely against the best a word's end may be (`-wbeam`), above 0 and below 1.
    public var wordBeam = 7e-29
    /// How unlikely against the best a state may become before the search goes on into no next phone from it (`-pbeam`), above 0 and
    /// below 1.
    public var phoneBeam = 1e-48
    /// The same for the last phone of a word (`-lpbeam`).
    public var lastPhoneBeam = 1e-40
    /// The most words that may end in a frame (`-maxwpf`), 1 or more; `nil` for all that the beams let.
    public var limitWordEnds: Int?
    /// Over how many frames around a place the second, flat pass takes the words that may begin there from what the first pass found
    /// (`-fwdflatsfwin`), 1 or more.
    public var flatWindowFrames = 25
    /// The second pass leaves out words whose ends the first pass found in fewer frames than these (`-fwdflatefwid`), 1 or more.
    public var flatLeastEnds = 4
    /// The most states that are kept in a frame (`-maxhmmpf`). The engine keeps 30,000; with 5,000 real
    /// speech was heard as well for two thirds of the time, with 4,000 meetings were heard worse.
    public var maximumActiveStates = 6_000
    /// Every so many frames the densities are scored (`-ds`), 1 or more.
    public var frameStep = 1
    /// How many densities of each codebook are scored (`-topn`), 1 or more.
    public var densities = 4
    /// How many frames ahead phones are tried to narrow the search (`-pl_window`), 0 or more.
    public var lookAheadFrames = 5

    /// The share of the general language model while no question is known, 0...1; the rest is the interview's. Little is
    /// known then, and people may speak of anything.
    public var generalShare = 0.95
    /// The share of the general language model beside the interview's while a question is known, 0...1.
    public var generalShareWithQuestion = 0.5
    /// The share of a question's own language model while its answer is heard, 0...1; the others keep their relation.
    public var questionShare = 0.4

    /// Whether words are heard a second time to find out which were only expected, and how sure the others are.
    public enum Verification: Sendable, Hashable {
        /// The phones of every utterance are heard too, without regard to words, and compared with those of its words.
        /// It takes the model's language model over phones; without one it is as `off`.
        case on
        /// No word is marked, and confidences come from the search for words alone: cheaper and less sharp.
        case off
    }

    /// Whether words are verified.
    public var verification = Verification.on

    /// Every so many frames the densities are scored where phones are heard beside somebody who speaks (`-ds`), 1 or more.
    public var phoneFrameStep = 1
    /// How many densities of each codebook are scored there (`-topn`), 1 or more.
    public var phoneDensities = 4

    /// The defaults.
    public init() {}

    /// For one who speaks while a machine has other work too: two fifths less work, for a few of the words (`Docs/Benchmarks.md` has both).
    /// Above all the language models are asked less often: fewer words may end in a frame, and the flat pass tries fewer.
    public static let careful = {
        var options = PocketSphinxOptions()
        options.maximumActiveStates = 3_000
        options.limitWordEnds = 4
        options.flatWindowFrames = 10
        options.flatLeastEnds = 6
        options.phoneFrameStep = 2
        return options
    }()

    /// For several who speak at once on few processors: about half of the work, for some of the words.
    public static let quick = {
        var options = careful
        options.densities = 2
        options.phoneBeam = 1e-40
        options.lastPhoneBeam = 1e-34
        options.phoneFrameStep = 3
        options.phoneDensities = 1
        return options
    }()
}
