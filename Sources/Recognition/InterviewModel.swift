internal import Files
import Foundation
public import Speech
public import Vocabulary

/// What is expected of interviews in general: a language model of what candidates say, and the terms they use with their
/// pronunciations. Made once, it serves any number of recognisers.
///
/// ```swift
/// let interview = try await InterviewModel(texts: texts, lexicon: lexicon, pronouncer: EspeakSynthesizer.shared)
/// let recognizer = try PocketSphinxRecognizer(interview: interview)
/// try await recognizer.expect(HearingContext(question: "What is an index?"))
/// ```
///
/// The language model is counted from the texts and kept as a file in the cache folder, named after what it is made of;
/// another process finds it there. Only words and phones go into it that were checked here, so that the engine, which trusts what
/// it reads, reads nothing that came from outside.
public struct InterviewModel: Sendable {
    /// How many filled pauses a word has in the model.
    static let hesitation = Hesitation(share: 0.03)
    /// The part of a term's weight that each carrier phrase has.
    private static let carriers: [[String]] = [
        ["we", "used", ""], ["with", ""], ["", "is"], ["the", ""], ["and", ""], ["in", "", "and"],
    ]
    /// How much a term counts beside a sentence of the texts: of a hundred words that are counted some three are terms. With
    /// 0.15 a fifth fewer of those that no text holds were heard, with 2 no more.
    private static let termWeight = 1.0
    /// Changes when the same texts would become another model.
    private static let version = 4

    /// The language model and the dictionary; nil when nothing is expected of interviews.
    private let files: InterviewCache.Files?
    /// What keeps the files there, when they are not in the cache folder.
    private let passing: PassingFiles?
    /// The dictionary that `files` has a part of.
    private let wholeDictionaryPath: String
    /// The terms beyond the general dictionary.
    let entries: [LexiconEntry]
    /// The terms as they are written.
    public let lexicon: Lexicon
    /// Says words that are in no dictionary.
    let pronouncer: (any Pronouncer)?

    /// Counts texts, or finds what was counted before.
    ///
    /// - Parameters:
    ///   - texts: What candidates say: phrases, answers, key points.
    ///   - lexicon: Terms with their pronunciations; each can be heard although no text has it.
    ///   - pronouncer: Says words of the texts that are in no dictionary; without one they cannot be heard.
    ///   - model: The model whose dictionary is known already.
    ///   - cacheFolder: Where the language model is kept; left out, `viva` in the user's cache folder.
    /// - Throws: `RecognitionError` when there is no text, the dictionary cannot be read, the pronouncer fails or neither the cache
    ///   folder nor the one for temporary files can be written.
    public init(
        texts: [WeightedText], lexicon: Lexicon = Lexicon(), pronouncer: (any Pronouncer)? = nil,
        model: PocketSphinxModel = .installed(), cacheFolder: String? = nil
    ) async throws(RecognitionError) {
        self.lexicon = lexicon
        self.pronouncer = pronouncer
        wholeDictionaryPath = model.dictionaryPath
        let cache = InterviewCache(
            folder: cacheFolder ?? UserFolders().cache + "/hearing",
            key: Self.key(texts: texts, lexicon: lexicon, pronouncer: pronouncer, model: model))
        let terms = lexicon.entries.values.sorted { $0.token < $1.token }
        if let kept = cache.kept() {
            (files, entries, passing) = (kept.files, terms + kept.entries, nil)
            return
        }
        var counts = TrigramCounts()
        Self.count(texts, in: &counts, spoken: SpokenText(lexicon: lexicon))
        for term in terms { Self.count(term: term.token, weight: Self.termWeight, in: &counts) }
        guard !counts.isEmpty else {
            throw .engineFailed(engine: "The interview's language model", reason: "its texts hold no words")
        }
        // A word that no model knows is never heard, and each that the dictionary has costs time when a question comes.
        let dictionary = try PronunciationDictionary(path: model.dictionaryPath)
            .cut(to: NGramModel.words(path: model.languageModelPath).union(counts.vocabulary))
        let unknown = counts.vocabulary.subtracting(lexicon.entries.keys).subtracting(dictionary.words)
        let pronounced = try await Self.pronounced(unknown.sorted(), by: pronouncer)
        entries = terms + pronounced
        do throws(Decoder.Failure) {
            let model = try NGramModel.binary(of: TrigramModel(counts).arpa())
            if let kept = cache.keep(model: model, dictionary: dictionary.lines, entries: pronounced) {
                (files, passing) = (kept, nil)
                return
            }
            // A folder that cannot be written costs two seconds at each start, and nobody their hearing.
            let made = try PassingFiles(model: model, dictionary: dictionary.lines)
            (files, passing) = (made.files, made)
        } catch {
            throw .engineFailed(engine: "The interview's language model", reason: error.reason)
        }
    }

    /// A name for all that the model is made of: what has the same key becomes the same model.
    private static func key(
        texts: [WeightedText], lexicon: Lexicon, pronouncer: (any Pronouncer)?, model: PocketSphinxModel
    ) -> UInt64 {
        var hash = ContentHash()
        hash.add("\(version) \(pronouncer != nil)")
        for path in [model.dictionaryPath, model.languageModelPath] {
            let file = try? FileManager.default.attributesOfItem(atPath: path)
            hash.add("\(path) \((file?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)")
        }
        for text in texts { hash.add("\(text.weight) \(text.text)") }
        for entry in lexicon.entries.values.sorted(by: { $0.token < $1.token }) {
            hash.add(entry.written)
            for pronunciation in entry.pronunciations { hash.add(pronunciation.description) }
        }
        return hash.value
    }

    /// Nothing is expected of interviews, and no new word can be said.
    init() {
        (files, entries, lexicon, pronouncer, passing) = (nil, [], Lexicon(), nil, nil)
        wholeDictionaryPath = ""
    }

    /// The language model; nil when nothing is expected of interviews.
    var path: String? { files?.model }

    /// A model with the dictionary cut to the words that can be heard, when this was made for it.
    func lightened(_ model: PocketSphinxModel) -> PocketSphinxModel {
        guard let files, model.dictionaryPath == wholeDictionaryPath else { return model }
        var light = model
        light.dictionaryPath = files.dictionary
        return light
    }

    /// The pronunciations of words that a decoder of this lacks: those of the whole dictionary, else the lexicon's, else
    /// the pronouncer's, which is asked for so many words at most.
    func entries(
        for words: Set<String>, model: PocketSphinxModel, limit: Int
    ) async throws(RecognitionError) -> [LexiconEntry] {
        guard !words.isEmpty else { return [] }
        let known = try PronunciationDictionary(path: model.dictionaryPath).pronunciations(of: words)
        let rest = words.filter { known[$0] == nil }.sorted().prefix(limit)
        let terms = rest.compactMap { lexicon.entries[$0] }
        return known.keys.sorted().map { LexiconEntry(written: $0, pronunciations: known[$0] ?? []) } + terms
            + (try await Self.pronounced(rest.filter { lexicon.entries[$0] == nil }, by: pronouncer))
    }

    /// Counts what may be said to a question, its own answers most.
    func counts(of context: HearingContext) -> TrigramCounts {
        var counts = TrigramCounts()
        let spoken = SpokenText(lexicon: lexicon)
        Self.count(Self.texts(of: context), in: &counts, spoken: spoken)
        for term in context.terms.prefix(Self.limitTexts) {
            for words in spoken.sentences(of: term) {
                for carrier in Self.carriers {
                    let sentence = carrier.flatMap { $0.isEmpty ? words : [$0] }
                    counts.add(sentence, weight: 0.3)
                }
            }
        }
        return counts
    }

    /// The texts of a question with the weights of what they are worth as a guess at the answer.
    public static func texts(of context: HearingContext) -> [WeightedText] {
        context.sampleAnswers.prefix(limitTexts).map { WeightedText($0, weight: 3) }
            + context.keyPoints.prefix(limitTexts).map { WeightedText($0, weight: 2) }
            + [WeightedText(context.question)]
    }

    /// The most texts of a kind that a question's model is made of.
    static let limitTexts = 2_000

    private static func count(_ texts: [WeightedText], in counts: inout TrigramCounts, spoken: SpokenText) {
        var number = 0
        for text in texts {
            for sentence in spoken.sentences(of: text.text) {
                let words = sentence.filter(DecoderDictionary.isWord)
                for reading in hesitation.readings(of: words, weight: text.weight, number: number) {
                    counts.add(reading.words, weight: reading.weight)
                }
                number += 1
            }
        }
    }

    private static func count(term: String, weight: Double, in counts: inout TrigramCounts) {
        guard DecoderDictionary.isWord(term) else { return }
        for carrier in carriers {
            counts.add(
                carrier.map { $0.isEmpty ? term : $0 }, weight: weight / Double(carriers.count))
        }
    }

    /// Words with their pronunciations; those that cannot be said are left out.
    static func pronounced(
        _ words: [String], by pronouncer: (any Pronouncer)?
    ) async throws(RecognitionError) -> [LexiconEntry] {
        guard let pronouncer, !words.isEmpty else { return [] }
        let pronunciations: [[Pronunciation]]
        do throws(SynthesisError) {
            pronunciations = try await pronouncer.pronunciations(of: words)
        } catch {
            throw .engineFailed(engine: "The pronouncer", reason: "\(error)")
        }
        return zip(words, pronunciations).filter { !$0.1.isEmpty }.map {
            LexiconEntry(written: $0.0, pronunciations: $0.1)
        }
    }
}
