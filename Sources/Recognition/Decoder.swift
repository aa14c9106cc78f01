import CPocketSphinx
import Speech

/// A PocketSphinx decoder: the one owner of its C handle, and the only file that knows the C library.
///
/// `decode` hears a whole utterance with all three passes. A preview hears an utterance while it is spoken, with the
/// first pass; its end costs a second pass that is thrown away, because a search without one, which the library offers,
/// failed an assertion of its own on streams and ended the process.
struct Decoder: ~Copyable {
    /// Why a step failed, in the library's words.
    struct Failure: Error {
        var reason: String
    }

    /// A word or a mark of a decoded utterance.
    struct Token {
        /// As in the dictionary, pronunciation mark included.
        var text: String
        /// The frames it covers, counted from the start of the utterance.
        var frames: Range<Int>
        /// The posterior probability by the library's word lattice; may be a little above 1 by rounding.
        var probability: Double
    }

    /// The frames in a second of audio (`-frate`): the front end's own.
    static let framesPerSecond = 100

    private let handle: OpaquePointer
    private let configuration: OpaquePointer
    private let startingMeans: [mfcc_t]
    private let startingNormalization: cmn_type_t

    /// Loads a model that has been validated: over a bad one the library ends the process.
    init(model: PocketSphinxModel, options: PocketSphinxOptions) throws(Failure) {
        cps_collect_errors()
        cps_clear_error()
        guard let configuration = cps_new_configuration() else {
            throw Failure(reason: Self.reason("no configuration could be made"))
        }
        Self.set(configuration, model: model, options: options)
        guard let handle = ps_init(configuration) else {
            cmd_ln_free_r(configuration)
            throw Failure(reason: Self.reason("the model could not be loaded"))
        }
        guard ps_get_search(handle) != nil, let means = Self.means(of: handle) else {
            ps_free(handle)
            cmd_ln_free_r(configuration)
            throw Failure(reason: Self.reason("the model has no language model or no cepstral means"))
        }
        self.handle = handle
        self.configuration = configuration
        startingMeans = means
        startingNormalization = ps_get_feat(handle).pointee.cmn
    }

    deinit {
        ps_free(handle)
        cmd_ln_free_r(configuration)
    }

    /// Decodes a whole utterance; no preview may be open.
    func decode(_ pcm: [Int16]) throws(Failure) -> [Token] {
        try start()
        let processed = pcm.withUnsafeBufferPointer { ps_process_raw(handle, $0.baseAddress, $0.count, 0, 1) }
        let ended = ps_end_utt(handle)
        try Self.check(processed, "the audio could not be searched")
        try Self.check(ended, "the utterance could not be ended")
        return tokens()
    }

    /// Begins the preview of an utterance.
    func startPreview() throws(Failure) { try start() }

    /// Hears the next audio of the previewed utterance and gives the text so far, marks included.
    func preview(_ pcm: [Int16]) throws(Failure) -> String {
        cps_clear_error()
        let processed = pcm.withUnsafeBufferPointer { ps_process_raw(handle, $0.baseAddress, $0.count, 0, 0) }
        try Self.check(processed, "the audio could not be searched")
        return ps_get_hyp(handle, nil).map { String(cString: $0) } ?? ""
    }

    /// Ends the preview; what it heard is forgotten.
    func endPreview() throws(Failure) {
        cps_clear_error()
        try Self.check(ps_end_utt(handle), "the preview could not be ended")
    }

    /// Begins an utterance from the state of a fresh decoder: without this, the noise estimate and the cepstral means
    /// of the utterances before would change its words, and one preview would turn the normalisation over the whole
    /// utterance off for good.
    private func start() throws(Failure) {
        cps_clear_error()
        try Self.check(ps_start_stream(handle), "the audio stream could not be begun")
        let features = ps_get_feat(handle)
        features?.pointee.cmn = startingNormalization
        startingMeans.withUnsafeBufferPointer { cmn_live_set(features?.pointee.cmn_struct, $0.baseAddress) }
        try Self.check(ps_start_utt(handle), "the utterance could not be begun")
    }

    private func tokens() -> [Token] {
        let logarithms = ps_get_logmath(handle)
        var tokens: [Token] = []
        var next = ps_seg_iter(handle)
        while let segment = next {
            var (first, last): (Int32, Int32) = (0, 0)
            ps_seg_frames(segment, &first, &last)
            if let word = ps_seg_word(segment), last >= first, first >= 0 {
                let probability = logmath_exp(logarithms, ps_seg_prob(segment, nil, nil, nil))
                // The last frame belongs to the word, so its end is one further.
                tokens.append(
                    Token(
                        text: String(cString: word), frames: Int(first)..<Int(last) + 1,
                        probability: probability))
            }
            next = ps_seg_next(segment)
        }
        return tokens
    }

    private static func set(
        _ configuration: OpaquePointer, model: PocketSphinxModel, options: PocketSphinxOptions
    ) {
        cmd_ln_set_str_r(configuration, "-hmm", model.acousticModelPath)
        cmd_ln_set_str_r(configuration, "-dict", model.dictionaryPath)
        cmd_ln_set_str_r(configuration, "-lm", model.languageModelPath)
        // Removing silence would take it out of the decoder's clock and make every later word early.
        cmd_ln_set_int_r(configuration, "-remove_silence", 0)
        // The library's dither is seeded once for the process, so its words would depend on what was decoded before;
        // `PulseCodeModulation` adds one that does not.
        cmd_ln_set_int_r(configuration, "-dither", 0)
        // Without the lattice search every word reports the probability 1.
        cmd_ln_set_int_r(configuration, "-bestpath", 1)
        cmd_ln_set_float_r(configuration, "-lw", options.languageWeight)
        cmd_ln_set_float_r(configuration, "-fwdflatlw", options.flatLanguageWeight)
        cmd_ln_set_float_r(configuration, "-bestpathlw", options.bestPathLanguageWeight)
        cmd_ln_set_float_r(configuration, "-wip", options.wordInsertionPenalty)
        cmd_ln_set_float_r(configuration, "-beam", options.beam)
        cmd_ln_set_float_r(configuration, "-wbeam", options.wordBeam)
        cmd_ln_set_int_r(configuration, "-maxhmmpf", options.maximumActiveStates)
    }

    private static func means(of handle: OpaquePointer) -> [mfcc_t]? {
        guard let cmn = ps_get_feat(handle)?.pointee.cmn_struct, let mean = cmn.pointee.cmn_mean else {
            return nil
        }
        return Array(UnsafeBufferPointer(start: mean, count: Int(cmn.pointee.veclen)))
    }

    static func check(_ code: Int32, _ step: String) throws(Failure) {
        guard code >= 0 else { throw Failure(reason: reason(step)) }
    }

    static func reason(_ step: String) -> String {
        let message = String(cString: cps_error()).split(whereSeparator: \.isNewline).joined(separator: " ")
        return message.isEmpty ? step : "\(step) (\(message))"
    }
}
