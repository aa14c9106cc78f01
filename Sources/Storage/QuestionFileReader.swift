import Evaluation
import Interview
import Yams

/// Turns the text of one question file into questions and problems.
struct QuestionFileReader {
    let path: String
    private(set) var questions: [PlacedQuestion] = []
    private(set) var problems: [QuestionBankFileError.Problem] = []

    init(path: String) { self.path = path }

    /// Notes a problem of the whole file.
    mutating func report(_ reason: String) {
        problems.append(.init(path: path, reason: reason))
    }

    /// Reads the file's text.
    mutating func read(_ text: String) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            problems.append(.init(notYAML: error, path: path))
            return
        }
        guard let root else { return report("The file is empty: it needs a list named `questions`.") }
        var fields = NodeFields(root, path: path, questionID: nil, prefix: "")
        let list = fields.nodes("questions", isRequired: true)
        fields.finish()
        problems += fields.problems
        for node in list { read(node) }
    }

    private mutating func read(_ node: Node) {
        let id = node.mapping?["id"]?.string
        var fields = NodeFields(node, path: path, questionID: id, prefix: "")
        let keyPoints = fields.nodes("keyPoints", isRequired: true)
        let followUps = fields.nodes("followUps")
        let criteria = fields.nodes("criteria")
        var question = Question(
            id: fields.id("id"), text: fields.string("text"), spokenText: fields.optionalString("spokenText"),
            kind: fields.choice("kind", default: .technical), category: fields.string("category"),
            level: fields.choice("level", default: .mid), roles: fields.strings("roles"), keyPoints: [],
            sampleAnswers: fields.strings("sampleAnswers"), hints: fields.strings("hints"),
            expectedDurationSeconds: fields.positiveNumber("expectedDurationSeconds", default: 90),
            tags: fields.strings("tags"))
        fields.finish()
        question.keyPoints = keyPoints.enumerated().map { index, node in
            var point = NodeFields(node, path: path, questionID: id, prefix: "keyPoints[\(index)]")
            let value = KeyPoint(
                id: point.id("id"), statement: point.string("statement"), variants: point.strings("variants"),
                weight: point.positiveNumber("weight", default: 1))
            point.finish()
            fields.problems += point.problems
            return value
        }
        question.followUps = followUps.enumerated().map { index, node in
            var followUp = NodeFields(node, path: path, questionID: id, prefix: "followUps[\(index)]")
            let value = FollowUp(keyPointID: followUp.string("keyPoint"), text: followUp.string("text"))
            followUp.finish()
            fields.problems += followUp.problems
            return value
        }
        question.criteria = criteria.enumerated().map { index, node in
            var criterion = NodeFields(node, path: path, questionID: id, prefix: "criteria[\(index)]")
            let value = Criterion(
                name: criterion.string("name"), weight: criterion.positiveNumber("weight", default: 1))
            criterion.finish()
            fields.problems += criterion.problems
            return value
        }
        checkReferences(of: question, line: node.mark?.line, problems: &fields.problems)
        problems += fields.problems
        questions.append(PlacedQuestion(question: question, path: path, line: node.mark?.line))
    }

    /// Checks that point ids are unique and that follow-ups name points that exist.
    private func checkReferences(
        of question: Question, line: Int?, problems: inout [QuestionBankFileError.Problem]
    ) {
        var ids: Set<String> = []
        for (index, point) in question.keyPoints.enumerated() where !ids.insert(point.id).inserted {
            problems.append(
                .init(
                    path: path, line: line, questionID: question.id, field: "keyPoints[\(index)].id",
                    reason: "The id \(point.id) is already used in this question: give each point its own."))
        }
        for (index, followUp) in question.followUps.enumerated() where !ids.contains(followUp.keyPointID) {
            problems.append(
                .init(
                    path: path, line: line, questionID: question.id, field: "followUps[\(index)].keyPoint",
                    reason: "There is no key point \(followUp.keyPointID) in this question."))
        }
    }
}
