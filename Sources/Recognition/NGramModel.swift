import CPocketSphinx
import Foundation
import Speech

/// A language model of the C library: an owner of its handle. A class, because what mixes models may have none of them.
final class NGramModel {
    let handle: OpaquePointer

    /// The share that a model has in a mixture.
    struct Share {
        var name: String
        var handle: OpaquePointer
        var weight: Double
    }

    private init(handle: OpaquePointer) { self.handle = handle }

    deinit { ngram_model_free(handle) }

    /// Reads a model that has been validated or that we wrote; `nil` when the library refuses it.
    static func read(path: String, scale: LanguageScale) -> NGramModel? {
        let isTrie = LanguageModelFile.isTrie(path: path)
        guard
            let handle = ngram_model_read(
                nil, path, isTrie ? NGRAM_BIN : NGRAM_ARPA, scale.logarithms)
        else { return nil }
        // A binary model holds logarithms to the library's own base, whatever base it is read with; the weight brings
        // them to the base of the scale. A text is converted while it is read.
        let weight = isTrie ? scale.languageWeight : 1
        guard ngram_model_apply_weights(handle, Float(weight), Float(scale.wordInsertionPenalty)) >= 0 else {
            ngram_model_free(handle)
            return nil
        }
        return NGramModel(handle: handle)
    }

    /// The words of a model: those that the engine can hear with it.
    static func words(path: String) throws(RecognitionError) -> Set<String> {
        try LanguageModelFile.validate(path: path)
        cps_collect_errors()
        guard let scale = LanguageScale(languageWeight: 1, wordInsertionPenalty: 1),
            let model = read(path: path, scale: scale)
        else { throw .modelInvalid(path: path, reason: "the engine cannot read it") }
        let count = ngram_model_get_counts(model.handle)[0]
        return Set((0..<count).compactMap { ngram_word(model.handle, Int32($0)).map { String(cString: $0) } })
    }

    /// The binary form of a model that we wrote as ARPA text. The engine reads that of 120,000 words in 0.02 s, and
    /// its text in 0.3 s.
    static func binary(of arpa: [UInt8]) throws(Decoder.Failure) -> [UInt8] {
        cps_collect_errors()
        let text = try TemporaryFile(arpa)
        let trie = try TemporaryFile([])
        // Without a weight: the reader of the binary form applies its own.
        guard let logarithms = logmath_init(LanguageScale.base, 0, 1) else {
            throw Decoder.Failure(reason: "there is no memory for it")
        }
        defer { logmath_free(logarithms) }
        guard let handle = ngram_model_read(nil, text.path, NGRAM_ARPA, logarithms) else {
            throw Decoder.Failure(reason: "the engine cannot read it")
        }
        let model = NGramModel(handle: handle)
        guard ngram_model_write(model.handle, trie.path, NGRAM_BIN) == 0,
            let data = FileManager.default.contents(atPath: trie.path), !data.isEmpty
        else {
            throw Decoder.Failure(
                reason: "it cannot be written in the folder for temporary files; is it full?")
        }
        return Array(data)
    }

    /// A model that gives each word the weighted mean of its probabilities in others, which it keeps alive.
    static func mixture(of shares: [Share]) -> NGramModel? {
        var handles = shares.map { Optional($0.handle) }
        var names = shares.map { strdup($0.name) }
        defer { names.forEach { free($0) } }
        let weights = shares.map { Float($0.weight) }
        return ngram_model_set_init(nil, &handles, &names, weights, Int32(shares.count)).map(
            NGramModel.init)
    }

    /// Puts a model into a mixture in the place of the one of a name, or takes that one out, and gives each model its
    /// share. The mixture's words stay as they are: what only the new one knows is not heard. Takes a hundredth of a second.
    func exchange(_ name: String, for model: NGramModel?, shares: [Share]) {
        // A mixture frees each of its models once: what leaves it is ours to free, what enters is retained for it.
        if let old = ngram_model_set_remove(handle, name, 1) { ngram_model_free(old) }
        if let model { ngram_model_set_add(handle, ngram_model_retain(model.handle), name, 0.5, 1) }
        var names = shares.map { UnsafePointer(strdup($0.name)) }
        defer { names.forEach { free(UnsafeMutablePointer(mutating: $0)) } }
        let weights = shares.map { Float($0.weight) }
        _ = ngram_model_set_interp(handle, &names, weights)
    }

    /// Whether the model has a word.
    func knows(_ word: String) -> Bool { ngram_wid(handle, word) != ngram_unknown_wid(handle) }

    /// The natural logarithm of the probability of a word after others, the last two of which count.
    func logProbability(of word: String, after history: [String], scale: LanguageScale) -> Double {
        var numbers = history.suffix(2).reversed().map { ngram_wid(handle, $0) }
        var used: Int32 = 0
        let score = ngram_ng_score(handle, ngram_wid(handle, word), &numbers, Int32(numbers.count), &used)
        return logmath_log_to_ln(scale.logarithms, score)
    }

    /// Makes a mixture speak as one of its models until `useAll`.
    func use(only name: String) { _ = ngram_model_set_select(handle, name) }

    /// Makes a mixture speak as all its models again.
    func useAll() { _ = ngram_model_set_interp(handle, nil, nil) }
}
