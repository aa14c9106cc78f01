internal import FoundationEssentials

/// The models that are known by name: what they are for, how large they are, and where their weights can be had.
///
/// It is the file `models/catalogue.json` of the data folder.
public struct ModelCatalogue: Sendable, Hashable, Decodable {
    /// A model that is known.
    public struct Entry: Sendable, Hashable, Codable {
        /// The name under which it is installed.
        public var name: String
        /// What it does.
        public var family: ModelFamily
        /// What it is good for, in one sentence.
        public var purpose: String
        /// The licence of the weights, by its SPDX identifier.
        public var licence: String
        /// The sizes that the weights of a Whisper model of this name must have.
        public var whisper: WhisperShape?
        /// The sizes that the weights of a BERT model of this name must have.
        public var bert: BERTShape?
        /// The package that holds the weights; `nil` when none is known.
        public var package: WeightsPackage?

        /// How much room the weights take when they are installed, in bytes; `nil` when it is not known.
        public var installedSizeBytes: Int? {
            whisper?.weightsSizeBytes ?? bert?.weightsSizeBytes
        }
    }

    /// How large the file may be, in bytes.
    private static let limitBytes = 1 << 20

    /// The version of the format.
    public var formatVersion: Int
    /// The models.
    public var models: [Entry]

    /// Reads the list.
    ///
    /// - Throws: `ModelError.catalogueInvalid`.
    public static func load(_ path: String) throws(ModelError) -> ModelCatalogue {
        let catalogue: ModelCatalogue
        do {
            let json = try SourceFile(path).readAll(limitBytes: limitBytes)
            catalogue = try JSONDecoder().decode(ModelCatalogue.self, from: Data(json))
        } catch {
            let reason =
                switch error {
                case ModelError.readFailed(_, let reason), ModelError.damaged(_, let reason): reason
                default: SystemReason.of(error)
                }
            throw .catalogueInvalid(path: path, reason: reason)
        }
        if let fault = catalogue.fault { throw .catalogueInvalid(path: path, reason: fault) }
        return catalogue
    }

    /// The model of a name; the family's name in front may be left out, and capitals do not matter.
    ///
    /// - Returns: For `tiny.en` the model `whisper-tiny.en`; `nil` when there is none.
    public func model(named name: String) -> Entry? {
        let name = name.lowercased()
        return models.first { $0.name.lowercased() == name }
            ?? models.first { $0.name.lowercased() == $0.family.rawValue + "-" + name }
    }

    /// Names that look like `name`, the nearest first, at most three.
    public func nearest(to name: String) -> [String] {
        let name = name.lowercased()
        let distances = models.map { entry -> (distance: Int, name: String) in
            let full = entry.name.lowercased()
            let short = full.replacing(entry.family.rawValue + "-", with: "", maxReplacements: 1)
            return (min(EditDistance.between(name, full), EditDistance.between(name, short)), entry.name)
        }
        // Beyond a third of the letters another word is meant.
        return distances.filter { $0.distance <= max(2, name.count / 3) }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    private var fault: String? {
        if formatVersion != 1 { return "its format version is \(formatVersion), and this Viva knows 1" }
        var names: Set<String> = []
        for model in models {
            if !ModelName.isValid(model.name) { return "\(model.name) cannot be a name" }
            if !names.insert(model.name.lowercased()).inserted { return "\(model.name) is in it twice" }
            if let fault = model.whisper?.fault ?? model.bert?.fault { return "\(model.name): \(fault)" }
        }
        return nil
    }
}
