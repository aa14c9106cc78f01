import Archive
import FoundationEssentials
import Interview
import InterviewTestSupport
import Records
import Testing

@Suite("What was answered before")
struct HistoryTests {
    @Test("Interviews that are only planned, or were called off, take no place of those that were held")
    func planned() async throws {
        let test = try await TestArchive()
        try await test.hold("held")
        for number in 1...Archive.historyLimit {
            var interview = Interview(
                id: "planned-\(number)", plan: InterviewPlan(seed: 1),
                schedule: InterviewSchedule(start: TestArchive.date + Double(number) * 86_400),
                createdAt: TestArchive.date)
            if number.isMultiple(of: 2) {
                try interview.handle(.cancelled(reason: nil, at: TestArchive.date))
            }
            try await test.archive.records.keep(interview)
        }
        #expect(try await test.archive.history().questions.map(\.id) == ["q1"])
    }
}
