import CPocketSphinx
import Speech
import Vocabulary

/// A PocketSphinx decoder: the one owner of its C handle. Beside it only its tokens and failures, `NGramModel`,
/// `LanguageScale` and `DecoderDictionary`, which are its parts, know the C library.
///
/// `decode` hears a whole utterance with all three passes. `hearAlong` hears one while it is spoken, with the first pass, so that at
/// its end only the other two are left, which take a third of the time.
struct Decoder: ~Copyable {
    /// Which of its language models a decode asks.
    enum Language {
        /// The mixture of all.
        case all
        /// The general one, as if nothing were known of the talk.
        case general
    }

    /// The frames in a second of audio (`-frate`): the front end's own.
    static let framesPerSecond = 100
    private static let generalName = "general"
    private static let questionName = "question"
    private static let searchName = "words"
    private static let phoneSearchName = "phones"
    /// How many frames of speech the model's own means count for beside those of an utterance that is heard along.
    private static let startingFrames = 20

    private let handle: OpaquePointer
    private let configuration: OpaquePointer
    private let scale: LanguageScale
    private let general: NGramModel
    /// What is expected of every answer, if anything.
    private let interview: NGramModel?
    private let generalShare: Double
    private let generalShareWithQuestion: Double
    /// What the search asks; nil while it asks the general model itself.
    private var mixture: NGramModel?
    /// Whether the search was made for the words that the general model and the interview's know, and no others.
    private var hasStandingWords = false
    /// How many words were added to the dictionary for questions, which cannot be taken out again.
    private(set) var addedWordCount = 0
    /// Whether `decodePhones` can be asked.
    private(set) var hearsPhones = false
    /// Whether the means of an utterance that is heard along are still to be found.
    private var awaitsMeans = false
    private let startingMeans: [mfcc_t]
    private let startingNormalization: cmn_type_t

    /// Loads a model that has been validated: over a bad one the library ends the process.
    ///
    /// - Parameters:
    ///   - interviewPath: A language model that we wrote, which is mixed with the general one.
    ///   - entries: Words that are added to the dictionary.
    static func open(
        model: PocketSphinxModel, options: PocketSphinxOptions, interviewPath: String? = nil,
        entries: [LexiconEntry] = []
    ) throws(Failure) -> Decoder {
        var decoder = try Decoder(model: model, options: options, interviewPath: interviewPath)
        try decoder.expect(question: nil, adding: entries)
        if options.verification == .on, let path = model.phoneModelPath {
            try decoder.preparePhones(modelPath: path)
            decoder.hearsPhones = true
        }
        return decoder
    }

    /// Loads a model without a search in it.
    private init(
        model: PocketSphinxModel, options: PocketSphinxOptions, interviewPath: String?
    ) throws(Failure) {
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
        guard let means = Self.means(of: handle),
            let scale = LanguageScale(
                languageWeight: options.languageWeight, wordInsertionPenalty: options.wordInsertionPenalty),
            let general = NGramModel.read(path: model.languageModelPath, scale: scale)
        else {
            ps_free(handle)
            cmd_ln_free_r(configuration)
            throw Failure(reason: Self.reason("the model has no usable language model or no cepstral means"))
        }
        let interview = interviewPath.flatMap { NGramModel.read(path: $0, scale: scale) }
        guard (interviewPath == nil) == (interview == nil) else {
            ps_free(handle)
            cmd_ln_free_r(configuration)
            throw Failure(reason: Self.reason("the interview's language model could not be read"))
        }
        self.handle = handle
        self.configuration = configuration
        self.interview = interview
        self.scale = scale
        self.general = general
        generalShare = options.generalShare
        generalShareWithQuestion = options.generalShareWithQuestion
        startingMeans = means
        startingNormalization = ps_get_feat(handle).pointee.cmn
    }

    deinit {
        ps_free(handle)
        cmd_ln_free_r(configuration)
    }

    /// Hears with a question's own language model from here on, or without one. No utterance may be heard along. After a failure
    /// it hears as before.
    ///
    /// Takes some hundredths of a second when the other models know all of its words, and some tenths when not: then the
    /// search is made anew.
    ///
    /// - Parameter entries: Words that are added to the dictionary, in each pronunciation that it lacks. They stay there,
    ///   but a word can be heard only when one of the models knows it.
    mutating func expect(question: Question?, adding entries: [LexiconEntry]) throws(Failure) {
        cps_clear_error()
        var model: NGramModel?
        if let question {
            model = NGramModel.read(path: question.path, scale: scale)
            guard model != nil else {
                throw Failure(reason: Self.reason("the question's language model could not be read"))
            }
        }
        let shares = shares(with: model, share: question?.share ?? 0)
        let isStanding = stand(question?.words ?? [])
        if isStanding, hasStandingWords, entries.isEmpty, let mixture {
            mixture.exchange(Self.questionName, for: model, shares: shares)
            return
        }
        let next = try Self.mixture(of: shares)
        // A word that is added while a search exists is written beyond the search's tables, which were made for the
        // words before it, and into its language models: without a search the addition is safe.
        ps_unset_search(handle, Self.searchName)
        do throws(Failure) {
            try DecoderDictionary(handle: handle).add(entries)
            try search(with: next?.handle)
        } catch {
            // Until a search is made there is none to go on with.
            hasStandingWords = false
            try search(with: mixture?.handle)
            throw error
        }
        addedWordCount += entries.count
        mixture = next
        hasStandingWords = isStanding
    }

    /// Whether words can be heard without a question's model.
    private func stand(_ words: Set<String>) -> Bool {
        let (general, interview) = (general, interview)
        return words.allSatisfy { general.knows($0) || interview?.knows($0) == true }
    }

    /// Whether the dictionary holds a word.
    func knows(_ word: String) -> Bool { DecoderDictionary(handle: handle).knows(word) }

    /// Decodes a whole utterance; none may be heard along.
    func decode(_ pcm: [Int16], language: Language = .all) throws(Failure) -> [Token] {
        if language == .general { mixture?.use(only: Self.generalName) }
        defer { mixture?.useAll() }
        return try search(pcm)
    }

    private func search(_ pcm: [Int16]) throws(Failure) -> [Token] {
        try start()
        return try Self.search(handle, pcm)
    }

    /// Searches a whole utterance that was begun.
    static func search(_ handle: OpaquePointer, _ pcm: [Int16]) throws(Failure) -> [Token] {
        let processed = pcm.withUnsafeBufferPointer { ps_process_raw(handle, $0.baseAddress, $0.count, 0, 1) }
        let ended = ps_end_utt(handle)
        try check(processed, "the audio could not be searched")
        try check(ended, "the utterance could not be ended")
        return Token.all(of: handle)
    }

    private func select(_ name: String) throws(Failure) {
        try Self.check(ps_set_search(handle, name), "the search \(name) could not be chosen")
    }

    /// Hears the phones of a whole utterance without regard to words; no utterance may be heard along.
    ///
    /// It knows each phone by itself, whatever stands beside it, and which phones follow each other in English. The
    /// acoustic scores of its tokens compare with nothing: this search drops ten bits of its logarithms.
    func decodePhones(_ pcm: [Int16]) throws(Failure) -> [Token] {
        try select(Self.phoneSearchName)
        let heard: [Token]
        do throws(Failure) {
            heard = try search(pcm)
        } catch {
            try select(Self.searchName)
            throw error
        }
        try select(Self.searchName)
        return heard
    }

    /// The natural logarithms of the probability of a word after the words before it, by all models and by the general
    /// one; the last two words count, and `<s>` stands for the start of a sentence.
    func logProbabilities(of word: String, after history: [String]) -> (all: Double, general: Double) {
        let general = self.general.logProbability(of: word, after: history, scale: scale)
        return (mixture?.logProbability(of: word, after: history, scale: scale) ?? general, general)
    }

    /// The phones of a token, as the dictionary has them; `nil` for a token that it lacks.
    func phones(of token: String) -> Pronunciation? {
        DecoderDictionary(handle: handle).pronunciation(of: token)
    }

    /// Begins to hear an utterance that is being spoken.
    ///
    /// - Parameter means: those of the speech before it; without them they are those of the first audio.
    mutating func startAlong(means: CepstralMeans?) throws(Failure) {
        try start()
        let known = means ?? CepstralMeans(means: startingMeans, frames: Self.startingFrames)
        guard let cmn = ps_get_feat(handle)?.pointee.cmn_struct else { return }
        known.set(cmn)
        awaitsMeans = means == nil
    }

    /// Hears the next audio of the utterance that is being spoken. The words depend on how it is cut into pieces.
    mutating func hearAlong(_ pcm: [Int16]) throws(Failure) {
        cps_clear_error()
        let cmn = ps_get_feat(handle)?.pointee.cmn_struct
        if awaitsMeans, let cmn, let first = cepstra(of: pcm) {
            CepstralMeans(cmn).joined(first).setMeans(of: cmn)
        }
        awaitsMeans = false
        let processed = pcm.withUnsafeBufferPointer { ps_process_raw(handle, $0.baseAddress, $0.count, 0, 0) }
        try Self.check(processed, "the audio could not be searched")
        // What comes is normalised by what came.
        if let cmn { CepstralMeans(cmn).setMeans(of: cmn) }
    }

    /// The means of what was heard along, and of the speech before it.
    var meansAlong: CepstralMeans? { ps_get_feat(handle)?.pointee.cmn_struct.map { CepstralMeans($0) } }

    /// The cepstra of audio with which an utterance begins, by the front end of the engine, which then begins anew.
    private func cepstra(of pcm: [Int16]) -> CepstralMeans? {
        guard let frontEnd = ps_get_fe(handle), !startingMeans.isEmpty else { return nil }
        fe_start_stream(frontEnd)
        fe_start_utt(frontEnd)
        defer {
            fe_start_stream(frontEnd)
            fe_start_utt(frontEnd)
        }
        let most = pcm.count * Self.framesPerSecond / AudioBuffer.sampleRateHz + 2
        let width = startingMeans.count
        let values = UnsafeMutablePointer<mfcc_t>.allocate(capacity: most * width)
        defer { values.deallocate() }
        var rows: [UnsafeMutablePointer<mfcc_t>?] = (0..<most).map { values + $0 * width }
        var frames = Int32(most)
        let code = pcm.withUnsafeBufferPointer { samples in
            var next = samples.baseAddress
            var count = samples.count
            return fe_process_frames(frontEnd, &next, &count, &rows, &frames, nil)
        }
        guard code >= 0, frames > 0 else { return nil }
        return CepstralMeans(
            frames: (0..<Int(frames)).map { row in (0..<width).map { values[row * width + $0] } })
    }

    /// The text of what was heard along so far, marks included.
    var textAlong: String { ps_get_hyp(handle, nil).map { String(cString: $0) } ?? "" }

    /// Ends the utterance that was heard along.
    func endAlong() throws(Failure) -> [Token] {
        cps_clear_error()
        try Self.check(ps_end_utt(handle), "the utterance could not be ended")
        return Token.all(of: handle)
    }

    /// Begins an utterance from the state of a fresh decoder: without this, the noise estimate and the cepstral means
    /// of the utterances before would change its words, and one that is heard along would turn the normalisation over the
    /// whole utterance off for good.
    private func start() throws(Failure) {
        try Self.start(handle, means: startingMeans, normalization: startingNormalization)
    }

    /// The same for any decoder of the library.
    static func start(
        _ handle: OpaquePointer, means: [mfcc_t], normalization: cmn_type_t
    ) throws(Failure) {
        cps_clear_error()
        try check(ps_start_stream(handle), "the audio stream could not be begun")
        let features = ps_get_feat(handle)
        features?.pointee.cmn = normalization
        means.withUnsafeBufferPointer { cmn_live_set(features?.pointee.cmn_struct, $0.baseAddress) }
        try check(ps_start_utt(handle), "the utterance could not be begun")
    }

    private func search(with model: OpaquePointer?) throws(Failure) {
        guard Self.search(handle, with: model ?? general.handle) else {
            throw Failure(reason: Self.reason("no search could be made for the language models"))
        }
    }

    /// Makes the search for phones beside that for words, with a model of which phones follow each other.
    private func preparePhones(modelPath: String) throws(Failure) {
        try Self.addPhones(handle, configuration, name: Self.phoneSearchName, modelPath: modelPath)
        try select(Self.searchName)
    }

    /// Makes a search for phones.
    static func addPhones(
        _ handle: OpaquePointer, _ configuration: OpaquePointer, name: String, modelPath: String
    ) throws(Failure) {
        // A search reads the options when it is made.
        let numbers = ["-lw": 2, "-beam": 1e-20, "-pbeam": 1e-20].map { name, value in
            let old = cmd_ln_float_r(configuration, name)
            cmd_ln_set_float_r(configuration, name, value)
            return (name: name, value: old)
        }
        // Phones that depend on their neighbours would take eight times as long as hearing the words.
        cmd_ln_set_int_r(configuration, "-allphone_ci", 1)
        let isMade = ps_set_allphone_file(handle, name, modelPath)
        for number in numbers { cmd_ln_set_float_r(configuration, number.name, number.value) }
        try check(isMade, "no search for phones could be made")
    }

    private static func search(_ handle: OpaquePointer, with model: OpaquePointer) -> Bool {
        ps_set_lm(handle, Self.searchName, model) == 0 && ps_set_search(handle, Self.searchName) == 0
    }

    /// The models with what each counts.
    private func shares(with question: NGramModel?, share: Double) -> [NGramModel.Share] {
        let rest = question == nil ? 1 : 1 - share
        let known = question == nil ? generalShare : generalShareWithQuestion
        let ofGeneral = interview == nil ? 1 : known
        var shares = [
            NGramModel.Share(name: Self.generalName, handle: general.handle, weight: rest * ofGeneral)
        ]
        if let handle = interview?.handle {
            shares.append(.init(name: "interview", handle: handle, weight: rest * (1 - ofGeneral)))
        }
        if let question {
            shares.append(.init(name: Self.questionName, handle: question.handle, weight: share))
        }
        return shares
    }

    /// The models mixed; nil when there is only the general one.
    private static func mixture(of shares: [NGramModel.Share]) throws(Failure) -> NGramModel? {
        guard shares.count > 1 else { return nil }
        guard let mixture = NGramModel.mixture(of: shares) else {
            throw Failure(reason: Self.reason("the language models could not be mixed"))
        }
        return mixture
    }

    /// Sets what a decoder hears and how it searches.
    static func set(
        _ configuration: OpaquePointer, model: PocketSphinxModel, options: PocketSphinxOptions
    ) {
        cmd_ln_set_str_r(configuration, "-hmm", model.acousticModelPath)
        cmd_ln_set_str_r(configuration, "-dict", model.dictionaryPath)
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
        cmd_ln_set_float_r(configuration, "-pbeam", options.phoneBeam)
        cmd_ln_set_float_r(configuration, "-lpbeam", options.lastPhoneBeam)
        cmd_ln_set_int_r(configuration, "-maxhmmpf", options.maximumActiveStates)
        cmd_ln_set_int_r(configuration, "-maxwpf", options.limitWordEnds ?? -1)
        cmd_ln_set_int_r(configuration, "-fwdflatsfwin", options.flatWindowFrames)
        cmd_ln_set_int_r(configuration, "-fwdflatefwid", options.flatLeastEnds)
        cmd_ln_set_int_r(configuration, "-ds", options.frameStep)
        cmd_ln_set_int_r(configuration, "-topn", options.densities)
        cmd_ln_set_int_r(configuration, "-pl_window", options.lookAheadFrames)
    }

    /// The means that the model begins with.
    static func means(of handle: OpaquePointer) -> [mfcc_t]? {
        guard let cmn = ps_get_feat(handle)?.pointee.cmn_struct, let mean = cmn.pointee.cmn_mean else {
            return nil
        }
        return Array(UnsafeBufferPointer(start: mean, count: Int(cmn.pointee.veclen)))
    }
}
