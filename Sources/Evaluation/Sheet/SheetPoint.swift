import Language

/// A key point as a sheet writes it: a text, or an object.
struct SheetPoint: Decodable {
    var statement: String
    var variants: [String] = []
    var weight = 1.0

    private enum CodingKeys: String, CodingKey { case statement, variants, weight }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            statement = text
        } else {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            statement = try fields.decode(String.self, forKey: .statement)
            variants = try fields.decodeIfPresent([String].self, forKey: .variants) ?? []
            weight = try fields.decodeIfPresent(Double.self, forKey: .weight) ?? 1
            guard Weights.allowed.contains(weight) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .weight, in: fields, debugDescription: "a weight is \(Weights.description)")
            }
        }
        guard Tokenizer.tokens(in: statement).contains(where: { !StopWords.isEmpty($0.text) }) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath, debugDescription: "a key point needs words with content"))
        }
    }
}
