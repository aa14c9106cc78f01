import CPocketSphinx

/// A PocketSphinx decoder that hears phones and knows no words: the owner of its C handle.
///
/// It hears what `Decoder.decodePhones` hears where it may score as many frames and densities, beside a decoder that is busy with the
/// words, and takes 20 ms to load.
struct PhoneDecoder: ~Copyable {
    private let handle: OpaquePointer
    private let configuration: OpaquePointer
    private let startingMeans: [mfcc_t]
    private let startingNormalization: cmn_type_t

    private static let searchName = "phones"
    /// The library wants a dictionary.
    private static let dictionary = Array("a AH\n".utf8)

    /// Loads the acoustic model, which has been validated, and the model of which phones follow each other.
    init(
        model: PocketSphinxModel, phoneModelPath: String, options: PocketSphinxOptions
    ) throws(Decoder.Failure) {
        cps_collect_errors()
        cps_clear_error()
        guard let configuration = cps_new_configuration() else {
            throw Decoder.Failure(reason: Decoder.reason("no configuration could be made"))
        }
        let dictionary = try TemporaryFile(Self.dictionary)
        Decoder.set(configuration, model: model, options: options)
        cmd_ln_set_str_r(configuration, "-dict", dictionary.path)
        cmd_ln_set_int_r(configuration, "-ds", options.phoneFrameStep)
        cmd_ln_set_int_r(configuration, "-topn", options.phoneDensities)
        // It searches phones themselves: looking ahead for them narrows nothing.
        cmd_ln_set_int_r(configuration, "-pl_window", 0)
        guard let handle = ps_init(configuration) else {
            cmd_ln_free_r(configuration)
            throw Decoder.Failure(reason: Decoder.reason("the acoustic model could not be loaded"))
        }
        do throws(Decoder.Failure) {
            guard let means = Decoder.means(of: handle) else {
                throw Decoder.Failure(reason: "the model has no cepstral means")
            }
            try Decoder.addPhones(handle, configuration, name: Self.searchName, modelPath: phoneModelPath)
            try Decoder.check(
                ps_set_search(handle, Self.searchName), "the search for phones could not be chosen")
            startingMeans = means
        } catch {
            ps_free(handle)
            cmd_ln_free_r(configuration)
            throw error
        }
        self.handle = handle
        self.configuration = configuration
        startingNormalization = ps_get_feat(handle).pointee.cmn
    }

    deinit {
        ps_free(handle)
        cmd_ln_free_r(configuration)
    }

    /// The phones of a whole utterance.
    func decode(_ pcm: [Int16]) throws(Decoder.Failure) -> [Decoder.Token] {
        try Decoder.start(handle, means: startingMeans, normalization: startingNormalization)
        return try Decoder.search(handle, pcm)
    }
}
