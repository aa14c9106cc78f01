/// An answer on a sheet of many, with what it is judged against.
///
/// In JSON: `{"id", "question", "reference"?, "key_points"?, "sample_answers"?, "kind"?, "answer"}`. A key point is a text or
/// `{"statement", "variants"?, "weight"?}`. An id may be a number, and a kind may have the names that other question banks use.
public struct SheetAnswer: Sendable, Hashable, Decodable {
    /// What the answer is called.
    public var id: String
    /// The answer as text.
    public var answer: String
    /// What it is judged against.
    public var rubric: Rubric

    private enum CodingKeys: String, CodingKey {
        case id, question, reference, answer, kind
        case keyPoints = "key_points"
        case sampleAnswers = "sample_answers"
    }

    /// An answer on a sheet.
    public init(id: String, answer: String, rubric: Rubric) {
        self.id = id
        self.answer = answer
        self.rubric = rubric
    }

    /// Reads an answer.
    ///
    /// - Throws: `DecodingError` where something is missing or is not what it should be; also without a reference, a key point and a
    ///   sample answer, since there is nothing to judge by.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decodeIfPresent(SheetID.self, forKey: .id)?.text ?? ""
        answer = try fields.decode(String.self, forKey: .answer)
        let reference = try fields.decodeIfPresent(String.self, forKey: .reference)
        let samples = try fields.decodeIfPresent([String].self, forKey: .sampleAnswers) ?? []
        let points = try fields.decodeIfPresent([SheetPoint].self, forKey: .keyPoints) ?? []
        let all = ([reference].compactMap(\.self) + samples).filter { $0.contains { !$0.isWhitespace } }
        guard !all.isEmpty || !points.isEmpty else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "there is nothing to judge by: give a reference, key_points or sample_answers"))
        }
        rubric = Rubric(
            question: try fields.decode(String.self, forKey: .question),
            keyPoints: points.enumerated().map { place, point in
                KeyPoint(
                    id: "point-\(place + 1)", statement: point.statement, variants: point.variants,
                    weight: point.weight)
            },
            sampleAnswers: all,
            kind: try Self.kind(in: fields) ?? .technical)
    }

    private static func kind(in fields: KeyedDecodingContainer<CodingKeys>) throws -> Rubric.Kind? {
        guard let name = try fields.decodeIfPresent(String.self, forKey: .kind) else { return nil }
        guard let kind = Rubric.Kind(named: name) else {
            let names = Rubric.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                forKey: .kind, in: fields, debugDescription: "there is no such kind; there are \(names)")
        }
        return kind
    }
}
