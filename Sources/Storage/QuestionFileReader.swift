import Evaluation
import Interview
import Yams

/// Turns the text of one question file into questions and problems. The formats differ in how they give the fields of a
/// question; what a question must have is checked here for all of them.
struct QuestionFileReader {
    /// A question with what is wrong with it.
    struct Reading {
        /// The question; `nil` when its fields could not be told from each other.
        var question: PlacedQuestion?
        var problems: [QuestionBankFileError.Problem]
    }

    /// Whether a question must say what a good answer says.
    enum Expectation {
        case needed
        case optional
    }

    let path: String
    private let expectation: Expectation
    private let format: QuestionFormat
    private(set) var readings: [Reading] = []
    /// What is wrong that concerns no question by itself.
    private(set) var fileProblems: [QuestionBankFileError.Problem] = []
    private let lists: Set<QuestionList>
    private var ids: QuestionIDs?
    /// What the entries of the file are.
    private var list = QuestionList.questions

    /// A reader of one file.
    ///
    /// - Parameters:
    ///   - lists: What a YAML file may hold; JSON and tables hold questions.
    ///   - ids: What makes ids for questions and key points that have none; `nil` where our own files must name them.
    ///   - expectation: Whether a question must say what a good answer says.
    init(
        path: String, format: QuestionFormat = .yaml, lists: Set<QuestionList> = [.questions],
        ids: QuestionIDs? = nil, expectation: Expectation = .needed
    ) {
        self.expectation = expectation
        self.path = path
        self.format = format
        self.lists = lists
        self.ids = ids ?? (format == .yaml ? nil : QuestionIDs())
    }

    var questions: [PlacedQuestion] { readings.compactMap(\.question) }
    /// Everything that is wrong, what concerns the whole file first.
    var problems: [QuestionBankFileError.Problem] { fileProblems + readings.flatMap(\.problems) }

    /// Notes a problem of the whole file.
    mutating func report(_ reason: String, at position: QuestionPosition? = nil, field: String? = nil) {
        fileProblems.append(.init(path: path, position: position, field: field, reason: reason))
    }

    /// Reads the file's text.
    mutating func read(_ text: String) {
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        guard !text.allSatisfy(\.isWhitespace) else {
            return report(format == .yaml ? emptyFile : "The file is empty: it needs questions.")
        }
        let entries = entries(of: text)
        guard entries.count <= QuestionLimits.questions else {
            return report(
                "It has \(entries.count) questions, more than the \(QuestionLimits.questions) allowed: split it."
            )
        }
        read(entries)
    }

    /// Reads the questions of a document.
    mutating func read(_ entries: [QuestionEntry]) {
        let given = Set(entries.compactMap { $0.node?.mapping?["id"]?.string })
        for entry in entries { read(entry, given: given) }
    }

    private mutating func entries(of text: String) -> [QuestionEntry] {
        switch format {
        case .yaml: return yamlEntries(of: text)
        case .json:
            do { return try JSONQuestions.entries(of: text) } catch {
                report(error.reason, at: error.line.map { .line($0) })
            }
        case .csv:
            do {
                let table = try CSVQuestions.entries(of: text)
                for fault in table.header { report(fault.reason, at: .row(1), field: fault.field) }
                return table.entries
            } catch {
                report(error.reason, at: .row(error.row))
            }
        }
        return []
    }

    private mutating func yamlEntries(of text: String) -> [QuestionEntry] {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                report(emptyFile)
                return []
            }
            list = list(in: root)
            let others = QuestionList.allCases.filter {
                $0 != list && root.mapping?[$0.rawValue] != nil
            }
            var fields = NodeFields(root, path: path)
            // Where there is a list of another sort, that it is out of place says enough.
            let entries =
                others.isEmpty
                ? fields.nodes(
                    list.rawValue, orElse: "The list is missing or empty.", limit: QuestionLimits.questions)
                : fields.nodes(list.rawValue, limit: QuestionLimits.questions)
            for other in others { fields.refuse(other.rawValue, outOfPlace(other)) }
            fields.finish()
            fileProblems += fields.problems
            return entries.map { QuestionEntry(node: $0, position: $0.mark.map { .line($0.line) }) }
        } catch {
            fileProblems.append(.init(notYAML: error, path: path))
            return []
        }
    }

    /// Which list a file holds: of those that it may, the one that is there, else the first.
    private func list(in root: Node?) -> QuestionList {
        let allowed = QuestionList.allCases.filter(lists.contains)
        return allowed.first { root?.mapping?[$0.rawValue] != nil } ?? allowed.first ?? .questions
    }

    /// Why a file holds no list of a sort, and where such a list belongs.
    private func outOfPlace(_ other: QuestionList) -> String {
        if lists.contains(other) {
            return
                "A file holds one list, and this one has \(list.rawValue): move the \(other.rawValue) to a file of "
                + "their own."
        }
        let place =
            switch other {
            case .questions: "Questions stand in files of their own, in a folder without templates."
            case .templates:
                "A list of templates is read only from the folder `templates` beside the questions that come with Viva: "
                    + "move them to `skills.yaml` or `roles.yaml` there."
            }
        return "There is no such field; there are \(list.rawValue). \(place)"
    }

    private var emptyFile: String {
        "The file is empty: it needs a list named `\(list(in: nil).rawValue)`."
    }

    // MARK: - One question

    private mutating func read(_ entry: QuestionEntry, given: Set<String>) {
        let node = entry.node.map { named($0, given: given) }
        let id = node?.mapping?["id"]?.string
        var problems = entry.faults.map {
            QuestionBankFileError.Problem(
                path: path, position: entry.position, questionID: id, field: $0.field, reason: $0.reason)
        }
        var question: PlacedQuestion?
        if let node {
            var found: [QuestionBankFileError.Problem] = []
            var read = self.question(node, id: id, position: entry.position, problems: &found)
            if list == .templates {
                read.origin = .template
                found += TemplateCheck(node, id: id, path: path, position: entry.position).problems
            }
            question = PlacedQuestion(question: read, list: list, path: path, position: entry.position)
            problems += found.map { $0.named(by: entry.names) }
        }
        for index in problems.indices { problems[index].list = list }
        readings.append(Reading(question: question, problems: problems))
    }

    /// The question's fields with ids for it and its key points, where they may be left out and are.
    private mutating func named(_ node: Node, given: Set<String>) -> Node {
        guard ids != nil, var mapping = node.mapping else { return node }
        if mapping["id"].map({ $0.null != nil }) ?? true, let text = mapping["text"]?.scalar?.string,
            let id = ids?.id(for: text, reserved: given)
        {
            mapping["id"] = Node(id)
        }
        if let points = mapping["keyPoints"]?.sequence {
            let given = points.compactMap { $0.mapping?["id"]?.string }
            let ids = QuestionIDs.ids(
                for: points.map { $0.mapping?["statement"]?.scalar?.string ?? "" }, taken: Set(given))
            mapping["keyPoints"] = Node(
                zip(points, ids).map { point, id in
                    guard var fields = point.mapping, fields["id"].map({ $0.null != nil }) ?? true else {
                        return point
                    }
                    fields["id"] = Node(id)
                    return .mapping(fields)
                })
        }
        return .mapping(mapping)
    }

    private func question(
        _ node: Node, id: String?, position: QuestionPosition?,
        problems: inout [QuestionBankFileError.Problem]
    ) -> Question {
        var fields = NodeFields(node, path: path, position: position, questionID: id)
        let sampleAnswers = fields.strings("sampleAnswers")
        let keyPoints =
            sampleAnswers.isEmpty && expectation == .needed
            ? fields.nodes("keyPoints", orElse: Self.nothingToJudgeBy) : fields.nodes("keyPoints")
        let followUps = fields.nodes("followUps")
        let criteria = fields.nodes("criteria")
        var question = Question(
            id: fields.id("id"), text: fields.string("text"), spokenText: fields.optionalString("spokenText"),
            kind: fields.choice("kind", default: .technical), category: fields.string("category"),
            level: fields.choice("level", default: .mid), roles: fields.strings("roles"), keyPoints: [],
            sampleAnswers: sampleAnswers, hints: fields.strings("hints"),
            expectedDurationSeconds: fields.positiveNumber("expectedDurationSeconds", default: 90),
            tags: fields.strings("tags"), origin: fields.optionalChoice("origin"),
            model: fields.optionalString("model"))
        fields.finish()
        func parts<Part>(_ nodes: [Node], _ name: String, _ make: (inout NodeFields) -> Part) -> [Part] {
            nodes.enumerated().map { index, node in
                var part = NodeFields(
                    node, path: path, position: position, questionID: id, prefix: "\(name)[\(index)]")
                let value = make(&part)
                part.finish()
                fields.problems += part.problems
                return value
            }
        }
        question.keyPoints = parts(keyPoints, "keyPoints") { point in
            KeyPoint(
                id: point.id("id"), statement: point.string("statement"), variants: point.strings("variants"),
                weight: point.positiveNumber("weight", default: 1))
        }
        question.followUps = parts(followUps, "followUps") { followUp in
            FollowUp(
                keyPointID: followUp.string("keyPoint", orElse: Self.noFollowedPoint),
                text: followUp.string("text"))
        }
        question.criteria = parts(criteria, "criteria") { criterion in
            let measures = criterion.strings("measuredBy")
            return Criterion(
                name: criterion.string("name"), weight: criterion.positiveNumber("weight", default: 1),
                measuredBy: measures.isEmpty ? nil : measures)
        }
        problems += fields.problems
        let hasWrongOrigin = fields.problems.contains { $0.field == "origin" }
        problems +=
            QuestionReferences(
                question, path: path, position: position, isOriginKnown: !hasWrongOrigin
            ).problems
        return question
    }

    private static let nothingToJudgeBy =
        "The list is missing or empty, and there is no sample answer either: add at least one key point, a thing that a "
        + "good answer says, or a sample answer, which answers are then compared with as a whole."
    private static let noFollowedPoint =
        "The field is missing: give the id of the key point that it asks about."
}

extension QuestionBankFileError.Problem {
    /// The problem with the field called as in the file, by names of fields or of what they begin with.
    fileprivate func named(by names: [String: String]) -> Self {
        guard let field, !names.isEmpty else { return self }
        var problem = self
        var length = field.endIndex
        while length > field.startIndex {
            if let name = names[String(field[..<length])] {
                problem.field = name + field[length...]
                return problem
            }
            length = field[..<length].lastIndex { $0 == "[" || $0 == "." } ?? field.startIndex
        }
        return problem
    }
}
