import Evaluation
import FoundationEssentials
import HTTPClient
import Interview
import Language
import Speech

/// Reads the questions that a model wrote and checks everything in them. A question with a fault is left out; what is asked
/// of a candidate and what an answer is judged by must hold.
struct QuestionReader: Sendable {
    /// How many words a question may have.
    static let questionWords = 4...50
    /// How many key points a question may have.
    static let points = 3...6
    /// How many ways of saying a key point there may be.
    static let variants = 3...10
    /// How many words a sample answer may have.
    static let sampleWords = 80...200
    /// What a good answer may take, in seconds.
    static let seconds = 20.0...300.0
    /// What a sample answer must score on its own question, 0...100, with the offline judge.
    static let goodScore = 60.0

    let wish: QuestionWish
    /// The language model, as questions name it.
    let model: String
    let judge: RubricEvaluator
    /// The questions that none may ask again, those of the bank and those written before.
    let known: [Question]

    /// The questions that can be asked, at most `count`, and what is wrong with the others.
    func read(_ text: String, count: Int) -> (questions: [Question], faults: [String]) {
        guard let document = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            let beginning = ServiceText.excerpt(text, limit: 60)
            return ([], ["it is not JSON; it begins with \"\(beginning)\""])
        }
        guard case .list(let list)? = document["questions"] else {
            let kind = document["questions"]?.kind ?? "missing"
            return ([], ["\"questions\" is \(kind) and must be a list"])
        }
        var questions: [Question] = []
        var faults: [String] = []
        // What goes far beyond what was asked for is not looked at.
        for (place, one) in list.prefix(2 * count).enumerated() where questions.count < count {
            switch question(one, name: "question \(place + 1)", besides: questions) {
            case .success(let question): questions.append(question)
            case .failure(let found): faults += found.texts
            }
        }
        if list.count < count { faults.append("there are \(list.count) questions and \(count) are wanted") }
        return (questions, faults)
    }

    private func question(
        _ value: JSONValue, name: String, besides written: [Question]
    ) -> Result<Question, VerdictFaults> {
        guard case .object = value else {
            return .failure(VerdictFaults(texts: ["\(name) is \(value.kind) and must be an object"]))
        }
        var fields = QuestionFields(value, name: name)
        let text = fields.text("text", words: Self.questionWords)
        if !text.isEmpty, !SpokenRequest.isOne(text) {
            fields.report("text", "it must end with a question mark or ask for something")
        }
        let spoken = fields.optionalText("spoken", words: 1...(2 * Self.questionWords.upperBound))
        let kind = fields.choice("kind", of: wish.kinds)
        let level = fields.choice("level", of: wish.levels)
        let category = fields.text("category", words: 1...4).lowercased()
        let points = keyPoints(&fields, name: name)
        let sample = fields.text("sample_answer", words: Self.sampleWords)
        let hints = fields.texts("hints", count: 1...3, words: 2...40)
        let followUps = followUps(&fields, name: name, points: points)
        let seconds = fields.number("expected_seconds", Self.seconds)
        guard fields.faults.isEmpty, let kind, let level else {
            return .failure(VerdictFaults(texts: fields.faults))
        }
        let question = Question(
            id: id(of: text, besides: written), text: text, spokenText: spoken == text ? nil : spoken,
            kind: kind, category: category, level: level, roles: wish.role.map { [$0] } ?? [],
            keyPoints: points, sampleAnswers: [sample], hints: hints, followUps: followUps,
            expectedDurationSeconds: seconds, tags: ["generated", wish.subject.name],
            origin: .languageModel, model: model)
        if let fault = fault(of: question, besides: written) { fields.report(nil, fault) }
        return fields.faults.isEmpty ? .success(question) : .failure(VerdictFaults(texts: fields.faults))
    }

    // MARK: Parts

    private func keyPoints(_ fields: inout QuestionFields, name: String) -> [KeyPoint] {
        var points: [KeyPoint] = []
        for (place, one) in fields.list("key_points", count: Self.points).enumerated() {
            var point = QuestionFields(one, name: "\(name), key point \(place + 1)")
            let statement = point.text("statement", words: 2...40)
            let variants = point.texts("variants", count: Self.variants, words: 1...15)
            let weight = point.number("weight", 0.1...10)
            if points.contains(where: { $0.statement.lowercased() == statement.lowercased() }),
                !statement.isEmpty
            {
                point.report("statement", "another key point has the same")
            }
            fields.add(point.faults)
            points.append(
                KeyPoint(
                    id: Self.id(beginning: QuestionSlug.beginning(of: statement, limit: 24), orElse: "point")
                    { id in
                        points.contains { $0.id == id }
                    }, statement: statement, variants: variants, weight: weight))
        }
        return points
    }

    private func followUps(
        _ fields: inout QuestionFields, name: String, points: [KeyPoint]
    ) -> [FollowUp] {
        var followUps: [FollowUp] = []
        for (place, one) in fields.list("follow_ups", count: 1...2).enumerated() {
            var followUp = QuestionFields(one, name: "\(name), follow-up \(place + 1)")
            let text = followUp.text("text", words: 2...FollowUpWriter.limitWords)
            if !text.isEmpty, !SpokenRequest.isOne(text) {
                followUp.report("text", "it must end with a question mark or ask for something")
            }
            let number = followUp.number("key_point", 1...Double(max(points.count, 1)))
            // A number within these bounds is small.
            if number.rounded() != number { followUp.report("key_point", "it must be a whole number") }
            fields.add(followUp.faults)
            if points.indices.contains(Int(number) - 1) {
                followUps.append(FollowUp(keyPointID: points[Int(number) - 1].id, text: text))
            }
        }
        return followUps
    }

    // MARK: The whole

    /// Why a question that is well formed cannot be asked; `nil` when it can.
    private func fault(of question: Question, besides written: [Question]) -> String? {
        guard isAboutSubject(question) else {
            return "it does not name \(wish.subject.name), which it must be about"
        }
        let others = known + written
        if let pair = SimilarQuestions.pairs(in: others + [question]).last(where: {
            $0.second == others.count
        }) {
            return
                "it asks nearly the same as \"\(ServiceText.excerpt(others[pair.first].text, limit: 120))\""
        }
        let sample = JudgedAnswer(typed: question.sampleAnswers.first ?? "")
        let evaluation = judge.evaluate(sample, against: question.rubric)
        // `!` of the comparison, so that a score that is no number is a fault too.
        guard !(evaluation.overall ?? -1 >= Self.goodScore) else { return nil }
        let missing = evaluation.keyPoints.enumerated().filter { !$1.isCovered }.map { "\($0.offset + 1)" }
        let score = evaluation.overall.map { "scores \(Int(max(0, $0)))" } ?? "cannot be scored"
        return
            "its sample_answer \(score) on its own question and must reach \(Int(Self.goodScore)) of 100"
            + (missing.isEmpty
                ? "" : "; key points not found in it: \(missing.joined(separator: ", "))")
    }

    /// Whether a question about a skill names it anywhere, signs aside or in other forms of its words: it may be asked
    /// without the word.
    private func isAboutSubject(_ question: Question) -> Bool {
        guard wish.subject.sort == .skill else { return true }
        let text =
            ([question.text, question.category] + question.sampleAnswers
            + question.keyPoints.flatMap { [$0.statement] + $0.variants }).joined(separator: " ")
        func plain(_ text: String) -> String {
            text.lowercased().filter { $0.isLetter || $0.isNumber || "+#".contains($0) }
        }
        func stems(_ text: String) -> Set<String> {
            Set(Tokenizer.tokens(in: text).map { Stemmer.stem($0.text) })
        }
        let plainText = plain(text)
        let textStems = stems(text)
        return ([wish.subject.name] + wish.spellings).contains { name in
            let names = stems(name)
            return plainText.contains(plain(name)) || !names.isEmpty && names.isSubset(of: textStems)
        }
    }

    private func id(of text: String, besides written: [Question]) -> String {
        let taken = Set((known + written).map(\.id))
        let beginning = QuestionSlug.beginning(of: text)
        return Self.id(
            beginning: wish.subject.idPrefix + (beginning.isEmpty ? "" : "-" + beginning),
            orElse: "generated", isTaken: taken.contains)
    }

    /// A name, with a number behind it where it is taken.
    private static func id(
        beginning: String, orElse name: String, isTaken: (String) -> Bool
    ) -> String {
        let name = beginning.isEmpty ? name : beginning
        var id = name
        var number = 2
        while isTaken(id) {
            id = "\(name)-\(number)"
            number += 1
        }
        return id
    }
}
