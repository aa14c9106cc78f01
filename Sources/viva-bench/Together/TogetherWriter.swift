import Archive
import Evaluation
import FoundationEssentials
import Interview
import Records
import Speech

/// A program that holds interviews one after the other, as `viva practice` does, and changes and deletes some of its own.
struct TogetherWriter {
    /// When its interviews begin.
    static let date = Date(timeIntervalSince1970: 1_790_000_000)

    private let archive: Archive
    private let notes: TogetherNotes
    private let number: Int
    private let shared: String
    private var random: SplitMix64
    private var report = TogetherReport()
    private var own: [TogetherNote] = []
    private var held = 0
    private var counted = 0
    private let question = Question(
        id: "together", text: "How does an index help?", kind: .technical, category: "databases", level: .mid,
        keyPoints: [KeyPoint(id: "rows", statement: "An index finds rows without reading the whole table.")])
    private let evaluation: Evaluation

    init(archive: Archive, notes: TogetherNotes, number: Int, shared: String, seed: UInt64) {
        self.archive = archive
        self.notes = notes
        self.number = number
        self.shared = shared
        random = SplitMix64(seed: seed &+ UInt64(number))
        evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "An index finds the rows without reading the whole table."),
            against: question.rubric)
    }

    mutating func run(until end: ContinuousClock.Instant) async -> TogetherReport {
        while ContinuousClock.now < end {
            do {
                try await hold()
                if chance(0.4) { try await correct() }
                if chance(0.3) { try await rename() }
                if chance(0.5) { try await count() }
                if chance(0.3) { try await delete() }
            } catch {
                report.note("A writing program met an error: \(error)")
            }
        }
        return report
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    // MARK: What it does

    /// Holds an interview to its end: a third of the answers are typed, the others spoken.
    private mutating func hold() async throws {
        held += 1
        let word = "mark\(number)x\(held)"
        var details = InterviewDetails(title: "Interview \(word)")
        details.tags = ["team-\(held % 3)"]
        let mixes: [QuestionPreferences.Mix] = [.technical, .mixed, .coding]
        let plan = InterviewPlan(
            questionCount: 3,
            preferences: QuestionPreferences(
                mix: mixes[held % 3], role: "Backend Developer",
                level: held.isMultiple(of: 2) ? .mid : .senior),
            seed: UInt64(held))
        var interview = Interview(
            id: UUID().uuidString.lowercased(), plan: plan, details: details,
            startedAt: Self.date + Double(held) * 60)
        let (archive, begun) = (archive, interview)
        let desk = try await report.timed("begin an interview") {
            try await InterviewDesk.begin(begun, in: archive)
        }
        do {
            try keepNote(desk.number, interview, word)
            for turn in 1...3 {
                try interview.handle(.chose(question: question, followUp: nil, reason: "together"))
                try await keep("a question", interview, word, at: desk)
                // All programs ask with the same sound, which is in the vault once.
                let asked = "questions/0\(turn).wav"
                try sound(UInt64(turn), bytes: 30_000).write(to: URL(filePath: desk.path + "/" + asked))
                try interview.handle(.asked(recording: asked))
                try await keep("a spoken question", interview, word, at: desk)
                try await answer(&interview, turn, word, at: desk)
                try interview.handle(.judged(nil, evaluation))
                try await keep("a judgement", interview, word, at: desk)
            }
            try interview.handle(.finished(at: Self.date + Double(held) * 60 + 50))
            try await keep("an end", interview, word, at: desk)
            await desk.close()
        } catch {
            await desk.close()
            throw error
        }
        own.append(TogetherNote(number: desk.number, interview: interview, word: word))
    }

    private mutating func answer(
        _ interview: inout Interview, _ turn: Int, _ word: String, at desk: InterviewDesk
    ) async throws {
        let at = Self.date + Double(held) * 60 + Double(turn)
        if chance(0.33) {
            try interview.handle(.received(.typed(text: "An index, says \(word)."), at: at))
            try await keep("a typed answer", interview, word, at: desk)
        } else {
            let name = "answers/0\(turn)-1.wav"
            let bytes = Int.random(in: 20_000...200_000, using: &random)
            try sound(random.next(), bytes: bytes).write(to: URL(filePath: desk.path + "/" + name))
            try interview.handle(.received(.spoken(recording: name), at: at))
            try await keep("a spoken answer", interview, word, at: desk)
        }
    }

    /// Corrects an answer of an interview of before.
    private mutating func correct() async throws {
        guard let place = own.indices.randomElement(using: &random) else { return }
        let (archive, note) = (archive, own[place])
        let desk = try await report.timed("take up an interview") {
            try await InterviewDesk.open(.number(note.number), in: archive)
        }
        do {
            var interview = await desk.interview
            if interview != note.interview {
                report.note("Interview \(note.number) is not as it was kept when it is taken up again.")
            }
            let correction = TranscriptCorrection(
                text: "An index, \(note.word) says.", date: Self.date, evaluation: evaluation)
            try interview.correct(turn: Int.random(in: 1...3, using: &random), take: 1, with: correction)
            try await keep("a correction", interview, note.word, at: desk)
            own[place].interview = interview
            await desk.close()
        } catch {
            await desk.close()
            throw error
        }
    }

    /// Changes the name of an interview of before, and adds a message to it.
    private mutating func rename() async throws {
        guard let place = own.indices.randomElement(using: &random) else { return }
        let (records, note) = (archive.records, own[place])
        let title = "Renamed \(random.next() % 1000)"
        let kept = try await report.timed("change the details") {
            try await records.change(.number(note.number)) { $0.details.title = title }
        }
        own[place].interview = kept.interview
        try keepNote(note.number, kept.interview, note.word)
        _ = try await report.timed("add a message") {
            try await records.add(
                Message(speaker: .system, text: "It is called \(title).", date: Self.date),
                to: .number(note.number))
        }
    }

    /// Counts in the interview that all change.
    private mutating func count() async throws {
        let (program, next, id, records) = (number, counted + 1, shared, archive.records)
        try await report.timed("change what all change") {
            try await TogetherShared.count(program, to: next, in: id, records)
        }
        counted = next
        try notes.write(
            TogetherNote(number: 0, word: "", count: TogetherShared.label(of: number, counted)))
    }

    private mutating func delete() async throws {
        guard own.count > 2, let place = own.indices.randomElement(using: &random) else { return }
        let note = own.remove(at: place)
        let archive = archive
        _ = try await report.timed("delete an interview") { try await archive.delete(.number(note.number)) }
        try keepNote(note.number, nil, note.word)
    }

    // MARK: Keeping

    private mutating func keep(
        _ what: String, _ interview: Interview, _ word: String, at desk: InterviewDesk
    ) async throws {
        try await report.timed("keep \(what)") { try await desk.keep(interview) }
        try keepNote(desk.number, interview, word)
    }

    private func keepNote(_ number: Int64, _ interview: Interview?, _ word: String) throws {
        try notes.write(TogetherNote(number: number, interview: interview, word: word))
    }

    /// What a recording contains: bytes that follow from a number.
    private func sound(_ seed: UInt64, bytes: Int) -> Data {
        var random = SplitMix64(seed: seed)
        var data = Data(capacity: bytes)
        for _ in 0..<bytes / 8 { withUnsafeBytes(of: random.next()) { data.append(contentsOf: $0) } }
        return data
    }
}
