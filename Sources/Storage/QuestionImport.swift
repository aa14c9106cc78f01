public import Interview

/// What some sources give to a bank of one's own: the questions that may be written, and everything that is wrong with the
/// others.
public struct QuestionImport: Sendable {
    /// The questions that a bank has before.
    public struct Bank: Sendable, Equatable {
        /// Those that come with Viva, which are never replaced.
        public var shipped: [PlacedQuestion]
        /// One's own.
        public var own: [PlacedQuestion]

        /// The questions before an import.
        public init(shipped: [PlacedQuestion], own: [PlacedQuestion]) {
            self.shipped = shipped
            self.own = own
        }
    }

    /// What happens to a question whose id one of one's own has.
    public enum Clash: Sendable {
        /// It is refused.
        case refused
        /// It takes the place of the other.
        case replaces
    }

    /// Questions with new ids.
    public private(set) var added: [PlacedQuestion] = []
    /// Questions that take the place of one's own of the same id.
    public private(set) var replacing: [PlacedQuestion] = []
    /// What is wrong, in the order of the sources.
    public private(set) var problems: [QuestionBankFileError.Problem] = []
    /// How many questions have something wrong with them.
    public private(set) var refusedCount = 0

    /// The questions that may be written.
    public var accepted: [PlacedQuestion] { added + replacing }

    /// Reads sources and compares them with what is there. A question or key point without an id gets one made of its text.
    public init(of sources: [QuestionSource], into bank: Bank, clash: Clash = .refused) {
        let known = bank.shipped + bank.own
        var texts = Dictionary(known.map { ($0.question.id, $0.question.text) }) { first, _ in first }
        let shipped = Dictionary(bank.shipped.map { ($0.question.id, $0) }) { first, _ in first }
        let own = Dictionary(bank.own.map { ($0.question.id, $0) }) { first, _ in first }
        var seen: [String: PlacedQuestion] = [:]
        for source in sources {
            let reader = QuestionBankFile.read(source, ids: QuestionIDs(textByID: texts))
            problems += reader.fileProblems
            for reading in reader.readings {
                var found = reading.problems
                if let placed = reading.question {
                    let id = placed.question.id
                    if let reason = Self.clash(
                        shipped: shipped[id], own: clash == .refused ? own[id] : nil, seen: seen[id])
                    {
                        found.append(
                            .init(
                                path: placed.path, position: placed.position, questionID: id, field: "id",
                                reason: reason))
                    }
                    if !id.isEmpty, seen[id] == nil { seen[id] = placed }
                    texts[id] = placed.question.text
                    if found.isEmpty { accept(placed, isNew: own[id] == nil) }
                }
                if !found.isEmpty { refusedCount += 1 }
                problems += found
            }
        }
    }

    private mutating func accept(_ question: PlacedQuestion, isNew: Bool) {
        if isNew { added.append(question) } else { replacing.append(question) }
    }

    /// Why an id cannot be taken; `nil` when it can.
    private static func clash(
        shipped: PlacedQuestion?, own: PlacedQuestion?, seen: PlacedQuestion?
    ) -> String? {
        if let seen { return "The id is already used in \(seen.place): give each question its own." }
        if let shipped {
            return
                "The id is that of a question that comes with Viva (\(shipped.place)), which is never replaced: "
                + "choose another."
        }
        return own.map {
            "The id is already used in \($0.place): choose another, or import this question with --replace to put it "
                + "in the place of that."
        }
    }

    /// From how many questions on they are not compared with each other: so many hold whole crowds that are alike, and
    /// the pairs of a crowd grow with its square.
    public static let comparedLimit = 3000

    /// The questions that ask nearly the same as one of the bank or an earlier one, as warnings; `nil` when there are more
    /// questions than are compared.
    public func similar(in bank: Bank) -> [(question: PlacedQuestion, warning: QuestionWarning)]? {
        let ids = Set(replacing.map(\.question.id))
        let before = (bank.shipped + bank.own).filter { !ids.contains($0.question.id) }
        let all = before + accepted
        guard all.count <= Self.comparedLimit else { return nil }
        return SimilarQuestions.pairs(in: all.map(\.question)).filter { $0.second >= before.count }.map {
            pair in
            (
                all[pair.second],
                .nearlyTheSame(questionID: all[pair.first].question.id, share: pair.share)
            )
        }
    }
}
