import Delivery
import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Records
import SQL
import Signal
import Speech

/// Interviews with drawn answers, the same in every run.
struct MadeInterviews {
    /// An interview as it was kept.
    struct Kept: Sendable {
        var number: Int64
        var interview: Interview
        var summary: InterviewSummary
    }

    static let begin = Date(timeIntervalSince1970: 1_760_000_000)
    private var random: SplitMix64
    private let base: Evaluation
    private let questions: [Question]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        base = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "I use an index."), against: testQuestion("q").rubric)
        questions = (0..<8).map {
            testQuestion("q\($0)", "What is \($0)?", category: ["caches", "queues", "teams"][$0 % 3])
        }
    }

    /// Keeps so many interviews with the people, banks and templates that they name.
    mutating func keep(_ count: Int, in records: Records) async throws -> [Kept] {
        try await records.database.write { try Self.addOthers($0) }
        var kept: [Kept] = []
        for number in 0..<count {
            let interview = try interview(number)
            kept.append(
                Kept(
                    number: try await records.keep(interview).number, interview: interview,
                    summary: InterviewSummary(of: interview)))
        }
        return kept
    }

    private static func addOthers(_ connection: any SQLConnection) throws {
        try connection.run(
            "INSERT INTO organizations (uuid, name, body, created_at, updated_at) VALUES ('o', 'O', '{}', 0, 0)"
        )
        for number in 1...6 {
            try connection.run(
                """
                INSERT INTO people (uuid, role, name, body, created_at, updated_at)
                VALUES (\("p\(number)"), 'candidate', \("Person \(number)"), '{}', 0, 0)
                """)
        }
        for number in 1...2 {
            try connection.run(
                """
                INSERT INTO templates
                (uuid, title, kind, level, is_active, is_premium, body, created_at, updated_at)
                VALUES (\("t\(number)"), \("Template \(number)"), 'mixed', 'mid', 1, 0, '{}', 0, 0)
                """)
            try connection.run(
                """
                INSERT INTO question_banks (uuid, name, is_public, body, created_at, updated_at)
                VALUES (\("b\(number)"), \("Bank \(number)"), 1, '{}', 0, 0)
                """)
        }
        // The last two questions are in no bank.
        for number in 0..<6 {
            try connection.run(
                """
                INSERT INTO questions
                (uuid, bank_id, key, kind, category, level, text, is_active, body, created_at, updated_at)
                VALUES (\("q\(number)"), \(bank(of: number)), \("q\(number)"), 'technical', 'any', 'mid', '', 1,
                '{}', 0, 0)
                """)
        }
    }

    /// The number of the bank that a question is in.
    static func bank(of question: Int) -> Int { question < 4 ? 1 : 2 }

    private mutating func interview(_ number: Int) throws -> Interview {
        let ability = Double.random(in: -15...15, using: &random)
        let begin = Self.begin.addingTimeInterval(
            Double(Int.random(in: 0..<50 * 24 * 60, using: &random)) * 60)
        let skills = ["Go", "Kubernetes", "SQL"].filter { _ in chance(0.4) }
        let plan = InterviewPlan(
            questionCount: 5,
            preferences: QuestionPreferences(
                mix: chance(0.5) ? .technical : .mixed,
                role: ["Backend Developer", "backend developer", "Tester", nil].randomElement(using: &random)
                    ?? nil,
                skills: skills.isEmpty
                    ? nil : SkillSet(skills.map { SkillSet.Wanted(skill: Skill(name: $0)) })), seed: 7)
        let details = InterviewDetails(
            organization: chance(0.5) ? 1 : nil, candidate: Int64.random(in: 1...4, using: &random),
            interviewer: chance(0.7) ? Int64.random(in: 5...6, using: &random) : nil,
            template: chance(0.6) ? Int64.random(in: 1...2, using: &random) : nil)
        let fate = Double.random(in: 0..<1, using: &random)
        guard fate > 0.15 else {
            var interview = Interview(
                id: "i\(number)", plan: plan, details: details, schedule: InterviewSchedule(start: begin),
                createdAt: Self.begin)
            if fate < 0.05 { try interview.handle(.cancelled(reason: nil, at: begin)) }
            if fate > 0.1 { try interview.handle(.missed(at: begin)) }
            return interview
        }
        var interview = Interview(id: "i\(number)", plan: plan, details: details, startedAt: begin)
        try answer(&interview, ability: ability)
        let end = begin.addingTimeInterval(Double.random(in: 200...3000, using: &random))
        if fate > 0.3 { try interview.handle(.finished(at: end)) }
        if fate < 0.2 { try interview.handle(.abandoned(at: end)) }
        return interview
    }

    private mutating func answer(_ interview: inout Interview, ability: Double) throws {
        let way: JudgementLayer = chance(0.3) ? .languageModel : .coverage
        let asked = questions.shuffled(using: &random).filter { $0.id != "q7" || chance(0.1) }
        for question in asked.prefix(Int.random(in: 1...5, using: &random)) {
            try put(question, followUp: nil, &interview, ability, chance(0.1) ? .coverage : way)
            if chance(0.3) {
                let followUp = FollowUp(keyPointID: "point", text: "And then?")
                try put(question, followUp: followUp, &interview, ability, way)
            }
        }
        if chance(0.2) {
            try interview.handle(.chose(question: questions[0], followUp: nil, reason: ""))
        }
        let turn = interview.turns[0]
        if chance(0.2), let take = turn.finalTake {
            let score = chance(0.7) ? Double.random(in: 0...100, using: &random) : nil
            try interview.review(
                turn: turn.number, take: take.number, as: HumanReview(score: score, date: Self.begin))
        }
    }

    private mutating func put(
        _ question: Question, followUp: FollowUp?, _ interview: inout Interview, _ ability: Double,
        _ way: JudgementLayer
    ) throws {
        try interview.handle(.chose(question: question, followUp: followUp, reason: ""))
        try interview.handle(.asked(recording: nil))
        repeat {
            if interview.current?.takes.isEmpty == false { try interview.handle(.triedAgain) }
            let spoken = chance(0.5)
            try interview.handle(
                .received(spoken ? .spoken(recording: "a.flac") : .typed(text: "An index."), at: Self.begin))
            if chance(0.08) {
                try interview.handle(.analysisFailed(reason: "no model"))
            } else {
                try interview.handle(
                    .judged(spoken ? analysis() : nil, evaluation(question, ability, way)))
            }
        } while chance(0.15)
    }

    private mutating func evaluation(_ question: Question, _ ability: Double, _ way: JudgementLayer)
        -> Evaluation
    {
        var evaluation = base
        let difficulty = Double(question.id.dropFirst()) ?? 0
        // Of one question all answers score the same, so it tells nothing.
        let score =
            question.id == "q6"
            ? 60 : min(max(70 - 4 * difficulty + ability + .random(in: -12...12, using: &random), 0), 100)
        evaluation.overall = chance(0.07) ? nil : score
        evaluation.layers = [way]
        evaluation.needsReview = chance(0.15)
        for place in evaluation.dimensions.indices {
            evaluation.dimensions[place].score =
                chance(0.1) ? nil : min(max(score + .random(in: -20...20, using: &random), 0), 100)
        }
        return evaluation
    }

    private mutating func analysis() -> AnswerAnalysis {
        let seconds = Double.random(in: 5...15, using: &random)
        let step = Double.random(in: 0.35...0.6, using: &random)
        let words = (0..<Int(seconds / step)).map { place in
            let begin = Double(place) * step
            let time = TimeRange(startSeconds: begin, endSeconds: begin + step)
            return Word(text: place % 9 == 3 ? "um" : "index", time: time, confidence: 0.9)
        }
        let parts = Int.random(in: 1...4, using: &random)
        let part = seconds / Double(parts)
        let speech = (0..<parts).map { place in
            let begin = Double(place) * part
            return TimeRange(startSeconds: begin, endSeconds: begin + part - 0.5)
        }
        return AnswerAnalysis(
            transcript: Transcript(
                segments: [.init(time: TimeRange(startSeconds: 0, endSeconds: seconds), words: words)],
                recognizer: "a script"),
            speech: speech, syllables: [],
            quality: RecordingQuality(
                durationSeconds: seconds, speechSeconds: seconds, peakDBFS: -6, speechLevelDBFS: -20,
                noiseLevelDBFS: -60, signalToNoiseDB: 40, clippedShare: 0, problems: []))
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
}
