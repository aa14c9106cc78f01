import CPocketSphinx
import Foundation

/// A PocketSphinx decoder that hears audio through a grammar: the owner of its C handle.
///
/// It loads the acoustic model alone, with a small dictionary of its own: about 20 ms.
struct GrammarDecoder: ~Copyable {
    /// A word, a filler or a pause on the best path.
    struct Token: Equatable {
        /// As in the dictionary, pronunciation mark included.
        var text: String
        /// The frames it covers, counted from the start of the audio.
        var frames: Range<Int>
        /// The logarithm of its likelihood, in the engine's unit; comparable over the same frames of the same audio.
        var acousticScore: Int
    }

    private let handle: OpaquePointer
    private let configuration: OpaquePointer
    /// Where the engine opens a file for the scores of each utterance; the folder is there only while it does.
    private let scoresFolder: String?
    /// How many utterances were begun: the name of that file.
    private var begun = 0

    /// How unlikely against the best a path may become: the price of leaving words out must fit in, which the usual
    /// beams do not allow.
    private static let beam = 1e-100
    private static let searchName = "words"

    /// What a decoder searches.
    enum Source {
        /// Audio, of which it keeps the scores.
        case audio
        /// The scores that another one kept.
        case scores
    }

    /// Loads the acoustic model, which has been validated, and a dictionary.
    init(
        model: PocketSphinxModel, dictionaryPath: String, fillerDictionaryPath: String,
        searching source: Source
    ) throws(Decoder.Failure) {
        cps_collect_errors()
        cps_clear_error()
        guard let configuration = cps_new_configuration() else {
            throw Decoder.Failure(reason: Decoder.reason("no configuration could be made"))
        }
        Self.set(configuration, model: model)
        cmd_ln_set_str_r(configuration, "-dict", dictionaryPath)
        cmd_ln_set_str_r(configuration, "-fdict", fillerDictionaryPath)
        let folder = Self.scoresFolder(for: source)
        if let folder { cmd_ln_set_str_r(configuration, "-senlogdir", folder) }
        guard let handle = ps_init(configuration) else {
            cmd_ln_free_r(configuration)
            throw Decoder.Failure(reason: Decoder.reason("the acoustic model could not be loaded"))
        }
        self.handle = handle
        self.configuration = configuration
        scoresFolder = folder
    }

    private static func scoresFolder(for source: Source) -> String? {
        guard case .audio = source else { return nil }
        let name = "viva-scores-\(UUID().uuidString)"
        return FileManager.default.temporaryDirectory.appending(path: name).path
    }

    deinit {
        ps_free(handle)
        cmd_ln_free_r(configuration)
    }

    /// Whether the dictionary has a token: the engine ends the process over a grammar with one that it has not.
    func knows(_ token: String) -> Bool {
        guard let phones = ps_lookup_word(handle, token) else { return false }
        ckd_free(phones)
        return true
    }

    /// The best path of the grammar through the audio; `nil` when none leads to the grammar's end. `scores` takes what other
    /// searches of the same audio need. Only for a decoder that searches audio.
    mutating func decode(
        _ pcm: [Int16], grammar: WordGrammar, keeping scores: borrowing SoundScores
    ) throws(Decoder.Failure) -> [Token]? {
        guard let scoresFolder else {
            throw Decoder.Failure(reason: "a search through scores was given audio")
        }
        try set(grammar)
        cps_clear_error()
        try Decoder.check(ps_start_stream(handle), "the audio stream could not be begun")
        let path = "\(scoresFolder)/" + String(format: "%09d.sen", begun)
        begun += 1
        let started = try scores.standing(at: path) {
            ps_start_utt(handle)
        }
        try Decoder.check(started, "the utterance could not be begun")
        let processed = pcm.withUnsafeBufferPointer { ps_process_raw(handle, $0.baseAddress, $0.count, 0, 1) }
        let ended = ps_end_utt(handle)
        try Decoder.check(processed, "the audio could not be searched")
        try Decoder.check(ended, "the utterance could not be ended")
        return tokens()
    }

    /// The best path of the grammar through audio whose scores are known; `nil` when none leads to the grammar's end.
    func decode(_ scores: borrowing SoundScores, grammar: WordGrammar) throws(Decoder.Failure) -> [Token]? {
        try set(grammar)
        cps_clear_error()
        let read = try scores.reading { ps_decode_senscr(handle, $0) }
        try Decoder.check(read, "the audio could not be searched")
        return tokens()
    }

    private func set(_ grammar: WordGrammar) throws(Decoder.Failure) {
        if let unknown = grammar.tokens.sorted().first(where: { !knows($0) }) {
            throw Decoder.Failure(reason: "the dictionary has no `\(unknown)`")
        }
        guard
            let model = fsg_model_init(
                Self.searchName, ps_get_logmath(handle), 1, Int32(grammar.stateCount))
        else { throw Decoder.Failure(reason: Decoder.reason("the grammar could not be made")) }
        // The decoder keeps a reference of its own.
        defer { fsg_model_free(model) }
        model.pointee.start_state = 0
        model.pointee.final_state = Int32(grammar.stateCount - 1)
        let unitsOfOne = logmath_ln_to_log(ps_get_logmath(handle), 1)
        for arc in grammar.arcs {
            let weight = Int32(arc.weight * Double(unitsOfOne))
            let (from, to) = (Int32(arc.from), Int32(arc.to))
            switch arc.sound {
            case .word(let token):
                fsg_model_trans_add(model, from, to, weight, fsg_model_word_add(model, token))
            case .noise(let token): fsg_model_add_silence(model, token, from, Float(exp(arc.weight)))
            case .nothing: fsg_model_null_trans_add(model, from, to, weight)
            }
        }
        cps_clear_error()
        try Decoder.check(ps_set_fsg(handle, Self.searchName, model), "the grammar could not be set")
        try Decoder.check(ps_set_search(handle, Self.searchName), "the grammar could not be used")
    }

    private func tokens() -> [Token]? {
        guard var next = ps_seg_iter(handle) else { return nil }
        var tokens: [Token] = []
        while true {
            var (first, last, score): (Int32, Int32, Int32) = (0, 0, 0)
            ps_seg_frames(next, &first, &last)
            ps_seg_prob(next, &score, nil, nil)
            if let word = ps_seg_word(next), last >= first, first >= 0 {
                let text = String(cString: word)
                // An arc that hears nothing is reported over a frame of the word before it.
                if text != "(NULL)" {
                    tokens.append(
                        Token(text: text, frames: Int(first)..<Int(last) + 1, acousticScore: Int(score)))
                }
            }
            guard let following = ps_seg_next(next) else { return tokens }
            next = following
        }
    }

    private static func set(_ configuration: OpaquePointer, model: PocketSphinxModel) {
        cmd_ln_set_str_r(configuration, "-hmm", model.acousticModelPath)
        cmd_ln_set_int_r(configuration, "-remove_silence", 0)
        cmd_ln_set_int_r(configuration, "-dither", 0)
        cmd_ln_set_int_r(configuration, "-bestpath", 0)
        // Scores are relative to the best state that is computed: only with all of them are two searches comparable.
        cmd_ln_set_int_r(configuration, "-compallsen", 1)
        // The grammar says itself where silence and fillers may stand.
        cmd_ln_set_int_r(configuration, "-fsgusefiller", 0)
        cmd_ln_set_int_r(configuration, "-fsgusealtpron", 1)
        for name in ["-lw", "-wip", "-pip"] { cmd_ln_set_float_r(configuration, name, 1) }
        for name in ["-beam", "-pbeam", "-wbeam"] { cmd_ln_set_float_r(configuration, name, beam) }
        cmd_ln_set_int_r(configuration, "-maxhmmpf", -1)
    }
}
