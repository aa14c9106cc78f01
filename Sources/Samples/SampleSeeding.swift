public import Evaluation
public import FoundationEssentials
import Interview
public import Records

/// Keeps sample data among what is kept. What is there already stays as it is, so doing it twice changes nothing.
public struct SampleSeeding: Sendable {
    private let data: SampleData
    private let judge: RubricEvaluator
    private let timeZone: TimeZone

    /// A seeding with some data.
    ///
    /// - Parameters:
    ///   - judge: who judges the answers of the interviews.
    ///   - timeZone: whose clocks the times of the interviews are of.
    public init(_ data: SampleData, judge: RubricEvaluator, timeZone: TimeZone) {
        self.data = data
        self.judge = judge
        self.timeZone = timeZone
    }

    /// Whether all of it is there.
    ///
    /// - Throws: `RecordsError`.
    public func isDone(in records: Records) async throws(RecordsError) -> Bool {
        for kind in SampleKind.allCases {
            let names = data.names(of: kind)
            guard try await records.entries(of: kind, named: names).count == names.count else {
                return false
            }
        }
        return true
    }

    /// Keeps what is not there.
    ///
    /// - Parameter now: The moment to which the days of the interviews are relative.
    /// - Returns: Every sample with its number in this database.
    /// - Throws: `RecordsError`; what was kept until then stays, and is not kept twice the next time.
    public func keep(in records: Records, at now: Date = Date()) async throws(RecordsError) -> [SampleEntry] {
        var seeded = Seeded(records: records, now: now)
        for (place, organization) in data.organizations.enumerated() {
            try await seeded.add(.organization, place + 1, organization.name) {
                (records, _) async throws(RecordsError) in
                try await records.keep(organization, at: now).number
            }
        }
        for (place, person) in data.people.enumerated() {
            try await seeded.add(.person, place + 1, person.name) {
                (records, numbers) async throws(RecordsError) in
                var person = person
                person.organization = numbers[.organization, person.organization]
                return try await records.keep(person, at: now).number
            }
        }
        for (place, resume) in data.resumes.enumerated() {
            try await seeded.add(.resume, place + 1, resume.fileName) {
                (records, _) async throws(RecordsError) in try await records.keep(resume, at: now).number
            }
        }
        for (place, bank) in data.banks.enumerated() { try await keep(bank, place + 1, &seeded) }
        for (place, template) in data.templates.enumerated() {
            try await seeded.add(.template, place + 1, template.title) {
                (records, numbers) async throws(RecordsError) in
                var template = template
                template.owner = numbers[.person, template.owner]
                template.organization = numbers[.organization, template.organization]
                return try await records.keep(template, at: now).number
            }
        }
        for interview in data.interviews { try await keep(interview, &seeded) }
        return seeded.entries
    }

    private func keep(
        _ bank: SampleData.Bank, _ sample: Int, _ seeded: inout Seeded
    ) async throws(RecordsError) {
        let now = seeded.now
        let records = seeded.records
        let number = try await seeded.add(.bank, sample, bank.info.name) {
            (records, numbers) async throws(RecordsError) in
            var info = bank.info
            info.owner = numbers[.person, info.owner]
            info.organization = numbers[.organization, info.organization]
            return try await records.keep(info, at: now).number
        }
        let there = Set(try await records.activeQuestions(of: .number(number)).map(\.id))
        let missing = bank.questions.filter { !there.contains($0.id) }
        guard !missing.isEmpty else { return }
        // One that was made inactive is there too, and stays so.
        _ = try await records.importQuestions(missing, into: .number(number), at: now)
    }

    private func keep(_ sample: SampleInterview, _ seeded: inout Seeded) async throws(RecordsError) {
        let making = SampleInterview.Making(
            numbers: seeded.numbers, judge: judge, now: seeded.now, timeZone: timeZone)
        let records = seeded.records
        let number = try await seeded.add(.interview, sample.number, sample.details.title) {
            (records, _) async throws(RecordsError) in
            let interview: Interview
            do throws(InterviewError) { interview = try sample.interview(making) } catch {
                throw .interview(error)
            }
            let number = try await records.keep(interview, at: interview.lastActivity).number
            if let template = interview.details.template {
                try await records.countUse(ofTemplate: .number(template))
            }
            return number
        }
        guard !sample.remarks.isEmpty || !sample.reports.isEmpty else { return }
        // A program that ended in the middle may have kept the interview alone.
        let interview = try await records.interview(.number(number)).interview
        let said = Set(
            try await records.messages(of: .number(number), page: .first(PageRequest.limit)).items.map(\.text)
        )
        for remark in sample.remarks where !said.contains(remark.text) {
            try await records.add(
                Message(
                    speaker: remark.speaker, text: remark.text,
                    date: sample.date(of: remark, in: interview)), to: .number(number))
        }
        guard try await records.reports(of: number, page: .first(1)).items.isEmpty else { return }
        for decision in sample.reports {
            try await records.addReport(
                of: .number(number), decision: decision, at: sample.reportDate(of: interview))
        }
    }

    /// What is kept so far.
    private struct Seeded {
        let records: Records
        let now: Date
        var numbers = SampleNumbers()
        var entries: [SampleEntry] = []

        init(records: Records, now: Date) {
            self.records = records
            self.now = now
        }

        /// The number of a sample, which is kept first where it is not there.
        @discardableResult
        mutating func add(
            _ kind: SampleKind, _ sample: Int, _ name: String,
            _ keep: (Records, SampleNumbers) async throws(RecordsError) -> Int64
        ) async throws(RecordsError) -> Int64 {
            let earlier = try await records.number(of: kind, sample)
            let number: Int64
            if let earlier { number = earlier } else { number = try await keep(records, numbers) }
            numbers.note(kind, sample, is: number)
            entries.append(
                SampleEntry(
                    kind: kind, sample: sample, number: number, name: name, isNew: earlier == nil))
            return number
        }
    }
}
